namespace OkrKpi.Sql.Tests;

/// <summary>PostgreSQL, a real server.</summary>
public sealed class PostgreSqlTests() : EngineTests(new PostgreSqlEngine());
