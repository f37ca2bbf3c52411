package cn.qiaotong;

/** The same way and the same assertions on PostgreSQL. */
@WholeDeskOnPostgres
class WholeWayOnPostgresTests extends WholeWayTests {}
