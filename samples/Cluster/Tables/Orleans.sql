-- What Orleans keeps in PostgreSQL: who is in the cluster, and the reminders. It reads the statements themselves from orleansquery; the keys, the names of the
-- parameters and of the columns are its own, the tables are ours.

create schema if not exists orleans;
set local search_path = orleans;

create table if not exists orleansquery (querykey varchar(64) primary key, querytext text not null);

create table if not exists version (
    deploymentid varchar(150) primary key,
    version integer not null default 0
);

create table if not exists member (
    deploymentid varchar(150) not null references version,
    address varchar(45) not null,
    port integer not null,
    generation integer not null,
    siloname varchar(150) not null,
    hostname varchar(150) not null,
    status integer not null,
    proxyport integer,
    suspecttimes text,
    starttime timestamp with time zone not null,
    iamalivetime timestamp with time zone not null,
    primary key (deploymentid, address, port, generation)
);

create table if not exists reminder (
    serviceid varchar(150) not null,
    grainid varchar(150) not null,
    remindername varchar(150) not null,
    starttime timestamp with time zone not null,
    period bigint not null,
    grainhash integer not null,
    version integer not null default 0,
    primary key (serviceid, grainid, remindername)
);

insert into orleansquery (querykey, querytext) values
('MembershipReadAllKey', '
    select v.deploymentid, address, port, generation, siloname, hostname, status, proxyport, suspecttimes, starttime, iamalivetime, v.version
    from version v left join member m on m.deploymentid = v.deploymentid
    where v.deploymentid = @DeploymentId'),
('MembershipReadRowKey', '
    select v.deploymentid, address, port, generation, siloname, hostname, status, proxyport, suspecttimes, starttime, iamalivetime, v.version
    from version v left join member m on m.deploymentid = v.deploymentid and address = @Address and port = @Port and generation = @Generation
    where v.deploymentid = @DeploymentId'),
('GatewaysQueryKey', '
    select address, proxyport, generation from member where deploymentid = @DeploymentId and status = @Status and proxyport > 0'),
('InsertMembershipVersionKey', '
    with added as (insert into version (deploymentid) values (@DeploymentId) on conflict do nothing returning 1)
    select count(*)::integer from added'),
-- Both rows or none: the version says whether somebody else was first.
('InsertMembershipKey', '
    with next as (update version set version = version + 1 where deploymentid = @DeploymentId and version = @Version returning 1),
    added as (
        insert into member (deploymentid, address, port, generation, siloname, hostname, status, proxyport, starttime, iamalivetime)
        select @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime from next
        returning 1)
    select count(*)::integer from added'),
('UpdateMembershipKey', '
    with next as (update version set version = version + 1 where deploymentid = @DeploymentId and version = @Version returning 1),
    changed as (
        update member set status = @Status, suspecttimes = @SuspectTimes, iamalivetime = @IAmAliveTime
        where deploymentid = @DeploymentId and address = @Address and port = @Port and generation = @Generation and exists (select from next)
        returning 1)
    select count(*)::integer from changed'),
('UpdateIAmAlivetimeKey', '
    update member set iamalivetime = @IAmAliveTime
    where deploymentid = @DeploymentId and address = @Address and port = @Port and generation = @Generation'),
('DeleteMembershipTableEntriesKey', '
    with gone as (delete from member where deploymentid = @DeploymentId)
    delete from version where deploymentid = @DeploymentId'),
-- 3: a member that is active.
('CleanupDefunctSiloEntriesKey', '
    delete from member where deploymentid = @DeploymentId and iamalivetime < @IAmAliveTime and status <> 3'),
('ReadReminderRowsKey', '
    select grainid, remindername, starttime, period, version from reminder where serviceid = @ServiceId and grainid = @GrainId'),
('ReadReminderRowKey', '
    select grainid, remindername, starttime, period, version from reminder
    where serviceid = @ServiceId and grainid = @GrainId and remindername = @ReminderName'),
('ReadRangeRows1Key', '
    select grainid, remindername, starttime, period, version from reminder
    where serviceid = @ServiceId and grainhash > @BeginHash and grainhash <= @EndHash'),
('ReadRangeRows2Key', '
    select grainid, remindername, starttime, period, version from reminder
    where serviceid = @ServiceId and (grainhash > @BeginHash or grainhash <= @EndHash)'),
('UpsertReminderRowKey', '
    insert into reminder (serviceid, grainid, remindername, starttime, period, grainhash)
    values (@ServiceId, @GrainId, @ReminderName, @StartTime, @Period, @GrainHash)
    on conflict (serviceid, grainid, remindername) do update
    set starttime = excluded.starttime, period = excluded.period, grainhash = excluded.grainhash, version = reminder.version + 1
    returning version'),
('DeleteReminderRowKey', '
    with gone as (
        delete from reminder where serviceid = @ServiceId and grainid = @GrainId and remindername = @ReminderName and version = @Version returning 1)
    select count(*)::integer from gone'),
('DeleteReminderRowsKey', '
    delete from reminder where serviceid = @ServiceId')
on conflict (querykey) do update set querytext = excluded.querytext;
