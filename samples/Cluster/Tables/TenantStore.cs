using System.Data.Common;
using System.Globalization;
using System.Runtime.CompilerServices;
using Cluster.Tenants;

namespace Cluster.Tables;

/// <summary>The tables of the tenants. What is in them is added once, under a number or a date that nobody else can take.</summary>
internal sealed class TenantStore(Database database)
{
    private readonly DbDataSource source = database.Source;

    public async Task AddOrganisationAsync(string org, int part, string industry) => await WriteAsync(
        $"insert into organisation (org, part, industry) values ({org}, {part}, {industry}) on conflict (org) do update set industry = excluded.industry");

    public async Task<string?> IndustryAsync(string org) =>
        await ReadAsync($"select industry from organisation where org = {org}", row => row.GetString(0)).FirstOrDefaultAsync();

    public async Task<IReadOnlyList<string>> OrganisationsAsync(int part) =>
        await ReadAsync($"select org from organisation where part = {part} order by org", row => row.GetString(0)).ToListAsync();

    /// <summary>Those of a part that have no review of a date, nor of a later one.</summary>
    public async Task<IReadOnlyList<string>> UnreviewedAsync(int part, DateOnly asOf) => await ReadAsync(
        $"""
        select org from organisation o
        where part = {part} and not exists (select 1 from review r where r.org = o.org and r.as_of >= {Text(asOf)}) order by org
        """,
        row => row.GetString(0)).ToListAsync();

    /// <summary>Adds an entry; false when its number or its key is taken.</summary>
    public Task<bool> AddAsync(string org, int number, Entry entry) => WriteAsync(
        $"""
        insert into entry (org, number, kind, key, payload)
        values ({org}, {number}, {entry.Kind.ToString()}, {entry.Key}, {entry.Payload}) on conflict do nothing
        """);

    public IAsyncEnumerable<(int Number, Entry Entry)> EntriesAfterAsync(string org, int number) =>
        ReadAsync($"select number, kind, key, payload from entry where org = {org} and number > {number} order by number", Numbered);

    public async Task<(int Number, Entry Entry)?> FindAsync(string org, string key) => await ReadAsync(
        $"select number, kind, key, payload from entry where org = {org} and key = {key}", row => ((int, Entry)?)Numbered(row)).FirstOrDefaultAsync();

    public async Task<(int Number, string Document)?> SnapshotAsync(string org) => await ReadAsync(
        $"select number, document from snapshot where org = {org}", row => ((int, string)?)(row.GetInt32(0), row.GetString(1))).FirstOrDefaultAsync();

    public async Task SaveSnapshotAsync(string org, int number, string document) => await WriteAsync(
        $"""
        insert into snapshot (org, number, document) values ({org}, {number}, {document})
        on conflict (org) do update set number = excluded.number, document = excluded.document where snapshot.number < excluded.number
        """);

    /// <summary>Adds what changed up to a date; false when that is there already.</summary>
    public Task<bool> AddReviewAsync(string org, ReviewedWeek week) => WriteAsync(
        $"insert into review (org, as_of, changes) values ({org}, {Text(week.AsOf)}, {Json.Write(week.Changes)}) on conflict do nothing");

    public async Task<IReadOnlyList<ReviewedWeek>> ReviewsAsync(string org) => await ReadAsync(
        $"select as_of, changes from review where org = {org} order by as_of",
        row => new ReviewedWeek(
            DateOnly.ParseExact(row.GetString(0), "O", CultureInfo.InvariantCulture), Json.Read<IReadOnlyList<Change>>(row.GetString(1)))).ToListAsync();

    private static string Text(DateOnly date) => date.ToString("O", CultureInfo.InvariantCulture);

    private static (int Number, Entry Entry) Numbered(DbDataReader row) =>
        (row.GetInt32(0), new(Enum.Parse<EntryKind>(row.GetString(1)), row.GetString(2), row.GetString(3)));

    private async Task<bool> WriteAsync(FormattableString sql)
    {
        await using var command = Command(sql);
        return await command.ExecuteNonQueryAsync() > 0;
    }

    private async IAsyncEnumerable<T> ReadAsync<T>(
        FormattableString sql, Func<DbDataReader, T> read, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await using var command = Command(sql);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            yield return read(rows);
        }
    }

    // What stands in braces travels as a parameter, never as text.
    private DbCommand Command(FormattableString sql)
    {
        string[] names = [.. Enumerable.Range(0, sql.ArgumentCount).Select(index => $"@p{index}")];
        var command = source.CreateCommand(string.Format(CultureInfo.InvariantCulture, sql.Format, names));
        foreach (var (name, value) in names.Zip(sql.GetArguments()))
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
