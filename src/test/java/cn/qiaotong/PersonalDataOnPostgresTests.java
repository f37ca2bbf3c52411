package cn.qiaotong;

/** The same search on PostgreSQL. */
@WholeDeskOnPostgres
class PersonalDataOnPostgresTests extends PersonalDataTests {}
