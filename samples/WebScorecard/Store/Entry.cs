using System.Globalization;
using NodaTime;
using OkrKpi;

namespace WebScorecard.Store;

/// <summary>One line of a history. It is written once; putting something right is another line.</summary>
public abstract class Entry
{
    /// <summary>Its place in its own history: 1, 2, 3. Two writers cannot both have the same one, so neither overwrites the other.</summary>
    public int Number { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>
    /// Who wrote it: the name of an account, or "key:" and that of a program; the tables see to it themselves. Null for what an empty database began with.
    /// </summary>
    public string? By { get; set; }

    /// <summary>The writer's own mark of the request, so that sending it again does not store it twice.</summary>
    public string? RequestId { get; init; }

    /// <summary>Whether another entry of the same history says the same.</summary>
    public abstract bool SaysTheSameAs(Entry other);
}

/// <summary>
/// The KPIs, objectives, key results and initiatives without what happens to them: a document in the library's format. The latest one counts.
/// </summary>
public sealed class DefinitionEntry : Entry
{
    public required string Document { get; init; }

    public override bool SaysTheSameAs(Entry other) => other is DefinitionEntry same && same.Document == Document;
}

public sealed class TargetEntry : Entry
{
    public required string Kpi { get; init; }

    public required TargetRecord Record { get; init; }

    public override bool SaysTheSameAs(Entry other) => other is TargetEntry same && same.Record == Record;
}

public sealed class MeasurementEntry : Entry
{
    public required string Kpi { get; init; }

    public required MeasurementRecord Record { get; init; }

    public override bool SaysTheSameAs(Entry other) => other is MeasurementEntry same && same.Record == Record;
}

public sealed class CheckInEntry : Entry
{
    private const string Withdraws = "withdraws:";

    public required string Objective { get; init; }

    public required string KeyResult { get; init; }

    public required CheckInRecord Record { get; init; }

    /// <summary>The mark of the entry that takes back another one: it says the same, and the day from which on it no longer counts.</summary>
    public static string Withdrawing(int number) => string.Create(CultureInfo.InvariantCulture, $"{Withdraws}{number}");

    public override bool SaysTheSameAs(Entry other) => other is CheckInEntry same && same.Record == Record;

    /// <summary>
    /// Adds it to its key result, whose check-ins are as many as the entries up to it; one that takes back another leaves a mark that never counts.
    /// </summary>
    public Objective AddTo(Objective objective)
    {
        var taken = (Record with { WithdrawnOn = null }).ToCheckIn();

        // Found by what it says: the number tells nothing here, where a late check-in stands before those of later days.
        return Record.WithdrawnOn is { } day && RequestId?.StartsWith(Withdraws, StringComparison.Ordinal) is true
            && objective.TryKeyResult(KeyResult, out var known) && known.CheckIns.Contains(taken)
                ? objective.With(known.Withdrawing(taken, LocalDate.FromDateOnly(day)).With(taken.Withdrawn(taken.Date)))
                : objective.CheckIn(KeyResult, Record.ToCheckIn());
    }
}
