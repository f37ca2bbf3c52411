package cn.qiaotong;

/** The same races on PostgreSQL. */
@WholeDeskOnPostgres
class RaceOnPostgresTests extends RaceTests {}
