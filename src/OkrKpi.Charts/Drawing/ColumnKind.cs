namespace OkrKpi.Charts;

/// <summary>What a period of a KPI is to the reader.</summary>
internal enum ColumnKind
{
    Met = 1,
    Missed = 2,
    Running = 3,
    NotJudged = 4,
    Awaited = 5,
    Missing = 6,
    Future = 7,
}
