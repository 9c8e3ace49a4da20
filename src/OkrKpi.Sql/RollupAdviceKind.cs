namespace OkrKpi.Sql;

/// <summary>What an advice is about.</summary>
public enum RollupAdviceKind
{
    /// <summary>Rows of other servers would travel, because PostgreSQL may not group partition by partition.</summary>
    PartitionwiseIsOff = 1,

    /// <summary>Rows of other servers would travel, because PostgreSQL expects about as many groups as rows.</summary>
    TooManyGroupsExpected = 2,

    /// <summary>Rows of another database would travel into the engine that runs the statement.</summary>
    RowsLeaveTheirDatabase = 3,
}
