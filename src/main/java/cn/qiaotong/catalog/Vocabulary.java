package cn.qiaotong.catalog;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/** Everything that a folder's model may name: roles, words, due keys, facts, decisions, and shared loops with their errors. */
record Vocabulary(
        Set<String> roles,
        Set<String> words,
        Set<String> dueKeys,
        Set<String> facts,
        Set<String> decisions,
        SortedMap<String, Set<String>> loops) {

    String rolesListed() {
        return String.join(", ", new TreeSet<>(roles));
    }

    String wordsListed() {
        return String.join(", ", new TreeSet<>(words));
    }
}
