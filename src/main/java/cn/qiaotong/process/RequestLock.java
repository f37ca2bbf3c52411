package cn.qiaotong.process;

/**
 * The lock on a request's own row. The engine takes it before any of its jobs touches the request, in the job's transaction,
 * so that a person's act and a timer never meet half-way.
 */
@FunctionalInterface
public interface RequestLock {

    void lock(RequestId request);
}
