using System.Globalization;
using Ardalis.GuardClauses;

namespace OkrKpi.Sql;

/// <summary>What would make a statement faster, and what to set for it.</summary>
/// <remarks>Immutable; compared by reference. English and Vietnamese come with it, any other language reads English.</remarks>
public sealed class RollupAdvice
{
    private readonly string tables;

    private RollupAdvice(RollupAdviceKind kind, IEnumerable<string> tables, IEnumerable<string> statements)
    {
        Kind = kind;
        this.tables = string.Join(", ", tables.Where(each => each.Length > 0).Distinct());
        Statements = [.. statements];
    }

    /// <summary>What it is about.</summary>
    public RollupAdviceKind Kind { get; }

    /// <summary>What to run, in this order; nothing when no statement helps.</summary>
    public IReadOnlyList<string> Statements { get; }

    /// <summary>The advice in a language.</summary>
    /// <param name="culture">The language.</param>
    /// <returns>One line of text, without the statements.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="culture"/> is <see langword="null"/>.</exception>
    public string Sentence(CultureInfo culture)
    {
        var isVietnamese = Guard.Against.Null(culture).TwoLetterISOLanguageName == "vi";
        return Kind switch
        {
            RollupAdviceKind.PartitionwiseIsOff => isVietnamese
                ? $"Mọi dòng của {tables} sẽ được truyền về máy này, vì PostgreSQL không được phép gộp nhóm theo từng phân vùng. Hãy bật thiết lập đó cho "
                    + $"phiên làm việc, hoặc đặt trong chuỗi kết nối."
                : $"All rows of {tables} would travel to this server, because PostgreSQL may not group partition by partition. Switch that on for the "
                    + $"session, or in the connection string.",
            RollupAdviceKind.TooManyGroupsExpected => isVietnamese
                ? $"Mọi dòng của {tables} sẽ được truyền về máy này, vì PostgreSQL ước tính số nhóm gần bằng số dòng. Hãy cho biết có ít nhóm, rồi "
                    + $"ANALYZE; khóa phân vùng phải là cột KPI."
                : $"All rows of {tables} would travel to this server, because PostgreSQL expects about as many groups as rows. Tell it that there are few, "
                    + $"then ANALYZE; the partition key has to be the column of the KPI.",
            RollupAdviceKind.RowsLeaveTheirDatabase => isVietnamese
                ? $"Mọi dòng của {tables} sẽ rời cơ sở dữ liệu của chúng để vào DuckDB. Hãy chạy câu lệnh ngay tại đó, bằng phương ngữ của cơ sở dữ liệu ấy."
                : $"All rows of {tables} would leave their database for DuckDB. Run the statement over there, in the dialect of that database.",
        };
    }

    /// <summary>The advice in English, and below it what to run.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join("\n  ", [Sentence(CultureInfo.InvariantCulture), .. Statements]);

    internal static RollupAdvice PartitionwiseIsOff(IEnumerable<string> tables) =>
        new(RollupAdviceKind.PartitionwiseIsOff, tables, ["SET enable_partitionwise_aggregate = on"]);

    internal static RollupAdvice TooManyGroupsExpected(IEnumerable<string> tables, IEnumerable<string> statements) =>
        new(RollupAdviceKind.TooManyGroupsExpected, tables, statements);

    internal static RollupAdvice RowsLeaveTheirDatabase(string table) => new(RollupAdviceKind.RowsLeaveTheirDatabase, [table], []);
}
