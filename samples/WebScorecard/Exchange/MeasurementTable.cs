using System.Globalization;
using System.Text.RegularExpressions;
using OkrKpi;
using WebScorecard.Pages;
using WebScorecard.Store;

namespace WebScorecard.Exchange;

/// <summary>A table of measured values, read row by row: what can be stored, what is there already, and what is wrong with the rest.</summary>
public sealed partial class MeasurementTable
{
    private static readonly string[] Columns =
        ["kpi", "date", "at", "value", "weight", "denominator", "dimension", "segment", "knownOn", "restates", "key", "withdraws"];

    private readonly List<(int Line, string Kpi, MeasurementRecord Record)> rows = [];
    private readonly List<(int Line, string Text)> faults = [];

    /// <summary>The rows that can be stored, in their order.</summary>
    public IReadOnlyList<(int Line, string Kpi, MeasurementRecord Record)> Rows => rows;

    /// <summary>What is wrong, by the line it stands in; nothing is stored while anything is.</summary>
    public IReadOnlyList<(int Line, string Text)> Faults => faults;

    /// <summary>How many rows say what is recorded already, and are left out.</summary>
    public int Known { get; private set; }

    /// <summary>Reads a table.</summary>
    /// <param name="text">The table, with a line of names first.</param>
    /// <param name="isDayFirst">Whether dates and numbers are written as 15/08/2026 and 1.234,5 instead of 2026-08-15 and 1234.5.</param>
    /// <param name="portfolio">What is known.</param>
    public static MeasurementTable Read(string text, bool isDayFirst, Portfolio portfolio)
    {
        var table = new MeasurementTable();
        var lines = CsvTable.Read(text, line => table.faults.Add((line, Texts.Text("CsvOpenQuote")))).ToList();
        if (table.faults.Count > 0)
        {
            return table;
        }

        var names = lines.FirstOrDefault().Cells?.Select(name => Columns.FirstOrDefault(each => each.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? name)
            .ToList() ?? [];
        var unknown = names.Except(Columns).ToList();
        if (unknown.Count > 0 || !names.Contains("kpi") || !names.Contains("value"))
        {
            table.faults.Add((1, Texts.Text("CsvColumns", string.Join(", ", unknown), string.Join(", ", Columns))));
            return table;
        }

        foreach (var (line, cells) in lines.Skip(1))
        {
            table.Add(line, new(names, cells, isDayFirst), portfolio);
        }

        table.LeaveOutKnown(portfolio);
        table.Check(portfolio);
        return table;
    }

    private void Add(int line, Row row, Portfolio portfolio)
    {
        try
        {
            var name = row["kpi"] ?? "";
            var kpi = portfolio.Kpis.FirstOrDefault(each => each.Id.Value == name) ?? portfolio.Kpis.FirstOrDefault(each => each.Name == name)
                ?? throw new ArgumentException(Texts.Text("NoKpi", name));
            rows.Add((line, kpi.Id.Value, row.ToRecord()));
        }
        catch (ArgumentException refused)
        {
            faults.Add((line, Api.Refusal(refused)));
        }
    }

    // As many as are recorded: two sales of the same amount on a day may both be new.
    private void LeaveOutKnown(Portfolio portfolio)
    {
        var known = rows.Select(row => row.Kpi).Distinct()
            .SelectMany(kpi => portfolio.MeasurementsOf(KpiId.Of(kpi)).Measurements.Select(each => (kpi, MeasurementRecord.Of(each))))
            .GroupBy(each => each).ToDictionary(group => group.Key, group => group.Count());
        Known = rows.RemoveAll(row => known.TryGetValue((row.Kpi, row.Record), out var left) && left > 0 && (known[(row.Kpi, row.Record)] = left - 1) >= 0);
    }

    private void Check(Portfolio portfolio)
    {
        foreach (var group in rows.GroupBy(row => row.Kpi))
        {
            var kpi = portfolio.Kpi(group.Key);
            var read = new List<(int Line, Measurement Measurement)>();
            foreach (var row in group)
            {
                try
                {
                    read.Add((row.Line, row.Record.ToMeasurement()));
                }
                catch (ArgumentException refused)
                {
                    faults.Add((row.Line, Api.Refusal(refused)));
                }
            }

            faults.AddRange(kpi.Check(read.Select(each => each.Measurement)).Select(fault => (read[fault.Index].Line, fault.Sentence)));
            CheckTogether(portfolio, kpi, group.First().Line, read);
        }

        faults.Sort((one, other) => one.Line.CompareTo(other.Line));
    }

    // What is recorded may contradict what is right in itself: a key is given once.
    private void CheckTogether(Portfolio portfolio, Kpi kpi, int line, IEnumerable<(int Line, Measurement Measurement)> read)
    {
        if (faults.Count > 0)
        {
            return;
        }

        try
        {
            portfolio.Measured(kpi.Id, read.Select(each => each.Measurement));
        }
        catch (ArgumentException refused)
        {
            faults.Add((line, Api.Refusal(refused)));
        }
    }

    private sealed partial record Row(List<string> Names, string[] Cells, bool IsDayFirst)
    {
        private static readonly string[] Times = ["'T'H:mm:ss.FFFFFFFK", "'T'H:mmK", " H:mm:ss.FFFFFFFK", " H:mmK"];

        public string? this[string name] => Names.IndexOf(name) is >= 0 and var index && index < Cells.Length && Cells[index].Length > 0 ? Cells[index] : null;

        public MeasurementRecord ToRecord() => Cells.Length > Names.Count
            ? throw new ArgumentException(Texts.Text("CsvTooManyCells", Cells.Length, Names.Count))
            : new(
                Number("value") ?? throw new ArgumentException(Texts.Text("NoNumber", "")), Date("date"),
                this["at"] is { } at ? Instant(at) : null, Number("weight"), Number("denominator"), this["dimension"], this["segment"], Date("knownOn"),
                IsTrue("restates"), this["key"], IsTrue("withdraws"));

        [GeneratedRegex(@"^[+-]?\d{1,3}(\.\d{3})+(,\d+)?$", RegexOptions.CultureInvariant)]
        private static partial Regex Thousands();

        private bool IsTrue(string name) => this[name] is { } text && text.Equals("true", StringComparison.OrdinalIgnoreCase);

        private decimal? Number(string name) => this[name] is not { } text ? null
            : decimal.TryParse(IsDayFirst ? Invariant(text) : text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number
            : throw new ArgumentException(Texts.Text(IsDayFirst ? "NoNumberDayFirst" : "NoNumber", text));

        // A point only before three digits: 1234.5 would become ten times as much.
        private static string Invariant(string text) => !text.Contains('.', StringComparison.Ordinal) || Thousands().IsMatch(text)
            ? text.Replace(".", "", StringComparison.Ordinal).Replace(',', '.')
            : "";

        private DateOnly? Date(string name) => this[name] is not { } text ? null
            : DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date
            : throw new ArgumentException(Texts.Text("NoDate", text));

        private DateTimeOffset Instant(string text) =>
            DateTimeOffset.TryParseExact(
                text, [.. Days.SelectMany(_ => Times, (day, time) => day + time)], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
                ? at
                : throw new ArgumentException(Texts.Text("NoDate", text));

        // With the year first a date can only be meant in one way.
        private string[] Days => IsDayFirst ? ["yyyy-M-d", "d/M/yyyy"] : ["yyyy-M-d"];
    }

    /// <summary>The measured values of KPIs as such a table.</summary>
    public static string Write(Portfolio portfolio, IEnumerable<Kpi> kpis) => CsvTable.Row(Columns) + string.Concat(
        from kpi in kpis
        from measurement in portfolio.MeasurementsOf(kpi.Id).Measurements
        let row = MeasurementRecord.Of(measurement)
        select CsvTable.Row(
            kpi.Id.Value, row.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), row.At?.ToString("O", CultureInfo.InvariantCulture), Text(row.Value),
            Text(row.Weight), Text(row.Denominator), row.Dimension, row.Segment, row.KnownOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            row.Restates ? "true" : null, row.Key, row.Withdraws ? "true" : null));

    private static string? Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture);
}
