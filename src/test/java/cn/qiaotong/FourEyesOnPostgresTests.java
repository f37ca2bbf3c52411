package cn.qiaotong;

/** The same pairs of eyes on PostgreSQL. */
@WholeDeskOnPostgres
class FourEyesOnPostgresTests extends FourEyesTests {}
