namespace OkrKpi.Sql;

/// <summary>How a column is compared with a value.</summary>
public enum SqlComparison
{
    /// <summary>Equal.</summary>
    Equal = 1,

    /// <summary>Not equal; a row without a value is left out.</summary>
    NotEqual = 2,

    /// <summary>Below the value.</summary>
    Less = 3,

    /// <summary>The value or below it.</summary>
    LessOrEqual = 4,

    /// <summary>Above the value.</summary>
    Greater = 5,

    /// <summary>The value or above it.</summary>
    GreaterOrEqual = 6,
}
