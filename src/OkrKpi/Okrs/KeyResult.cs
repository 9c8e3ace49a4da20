using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>One measurable result of an objective: what is to be reached, how much it counts, and what the team reported so far.</summary>
/// <remarks>Immutable, so safe for any number of threads; every method that adds something returns a new key result. Compared by reference.</remarks>
[JsonConverter(typeof(FormInJson))]
public sealed partial class KeyResult
{
    private CheckInsByPart checkIns;
    private string[] labels;

    private KeyResult(KeyResultId id, string name, Unit unit, Goal goal)
    {
        Id = id;
        Name = name;
        Unit = unit;
        Goal = goal;
        Weight = 1m;
        Role = KeyResultRole.Contributes;
        CurrentValue = CurrentValue.Latest;
        checkIns = CheckInsByPart.None;
        labels = [];
    }

    /// <summary>The name by which it is known in its objective.</summary>
    public KeyResultId Id { get; }

    /// <summary>What people call it.</summary>
    public string Name { get; private set; }

    /// <summary>The unit of its values.</summary>
    public Unit Unit { get; private set; }

    /// <summary>What is to be reached.</summary>
    public Goal Goal { get; private set; }

    /// <summary>How much it counts in its objective's score: 1 unless said otherwise; 0 is linked only. Only the proportion to the others matters.</summary>
    public decimal Weight { get; private set; }

    /// <summary>
    /// The fixed share of the objective's score it has, 0 to 1; <see langword="null"/> when its weight decides. The others split the rest by weight.
    /// </summary>
    public decimal? PinnedShare { get; private set; }

    /// <summary>What it does in its objective's score; it contributes unless said otherwise.</summary>
    public KeyResultRole Role { get; private set; }

    /// <summary>How its check-ins become the value it stands at; the latest one unless said otherwise.</summary>
    public CurrentValue CurrentValue { get; private set; }

    /// <summary>Who answers for it; <see langword="null"/> when nobody is named.</summary>
    public string? Owner { get; private set; }

    /// <summary>The KPI whose metric it measures, when it is the same metric; <see langword="null"/> when it has a metric of its own.</summary>
    public KpiId? Measures { get; private set; }

    /// <summary>The key result it carries on, by its id in the objective that its objective carries on; <see langword="null"/> when it is new.</summary>
    public KeyResultId? Predecessor { get; private set; }

    /// <summary>
    /// The first day whose check-ins count, where that lies before its cycle, because the progress of an earlier one was kept; otherwise
    /// <see langword="null"/>.
    /// </summary>
    public LocalDate? StartedOn { get; private set; }

    /// <summary>
    /// When it was cancelled; <see langword="null"/> when it was not. A cancelled key result is out of the score, unless the profile says otherwise.
    /// </summary>
    public LocalDate? CancelledOn { get; private set; }

    /// <summary>
    /// When it was postponed to a later cycle; <see langword="null"/> when it was not. A postponed key result is out of the score, unless the profile says
    /// otherwise.
    /// </summary>
    public LocalDate? PostponedOn { get; private set; }

    /// <summary>The score set by hand; <see langword="null"/> without one.</summary>
    public ScoreOverride? Override { get; private set; }

    /// <summary>
    /// The progress expected of it over time; <see langword="null"/> when it follows the scoring profile, or, for a goal that does not move steadily, no curve
    /// at all.
    /// </summary>
    public PaceCurve? Curve { get; private set; }

    /// <summary>What there is to know about it beyond its name; <see langword="null"/> when nothing is said. Never scored.</summary>
    public string? Description { get; private set; }

    /// <summary>Where more of it stands, such as a page or a dashboard; <see langword="null"/> without one.</summary>
    public Uri? Link { get; private set; }

    /// <summary>The labels by which people find it, in the order given, each once. Never scored.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <summary>What was reported, by date; of one date in the order reported.</summary>
    public IReadOnlyList<CheckIn> CheckIns => checkIns.All;

    /// <summary>A key result.</summary>
    /// <param name="id">The name by which it is known in its objective.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="unit">The unit of its values.</param>
    /// <param name="goal">What is to be reached.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> or <paramref name="name"/> is blank.</exception>
    public static KeyResult Define(string id, string name, Unit unit, Goal goal) => Define(KeyResultId.Given(id), name, unit, goal);

    /// <inheritdoc cref="Define(string, string, Unit, Goal)"/>
    public static KeyResult Define(KeyResultId id, string name, Unit unit, Goal goal) =>
        new(Guard.Against.Null(id), Require.Text(name, "name of a key result"), Guard.Against.Null(unit), Guard.Against.Null(goal));

    /// <summary>Says how much it counts in its objective's score.</summary>
    /// <param name="weight">0, linked only, to 1,000,000.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is negative or above 1,000,000.</exception>
    public KeyResult Weighing(decimal weight) => Changed(copy => copy.Weight = Require.Weight(weight));

    /// <summary>Pins its share of the objective's score; the key results that are not pinned split the rest by weight.</summary>
    /// <param name="share">The share, 0 to 1: 0.5 is half of the score.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not 0 to 1.</exception>
    public KeyResult PinnedAt(decimal share) => Changed(copy => copy.PinnedShare = Require.Between(share, 0m, 1m, "a pinned share is a part of the score"));

    /// <summary>Says what it does in its objective's score.</summary>
    /// <param name="role">The role.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="role"/> is undefined.</exception>
    public KeyResult As(KeyResultRole role) => Changed(copy => copy.Role = Require.Defined(role));

    /// <summary>Says how its check-ins become the value it stands at: <c>Taking(CurrentValue.Sum)</c> where each check-in reports what was added.</summary>
    /// <param name="current">The reading.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="current"/> is undefined.</exception>
    public KeyResult Taking(CurrentValue current) => Changed(copy => copy.CurrentValue = Require.Defined(current));

    /// <summary>Sets its score by hand; the computed score stays beside it.</summary>
    /// <param name="score">The score, its reason and how long it stays.</param>
    /// <returns>The key result.</returns>
    public KeyResult Overridden(ScoreOverride score) => Changed(copy => copy.Override = Guard.Against.Null(score));

    /// <summary>Takes back a score set by hand.</summary>
    /// <returns>The key result.</returns>
    public KeyResult WithoutOverride() => Changed(copy => copy.Override = null);

    /// <summary>Names who answers for it.</summary>
    /// <param name="owner">A person or team.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentException"><paramref name="owner"/> is blank.</exception>
    public KeyResult OwnedBy(string owner) => Changed(copy => copy.Owner = Require.Text(owner, "owner of a key result"));

    /// <summary>Says that it measures the metric of a KPI.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentException"><paramref name="kpi"/> is blank.</exception>
    public KeyResult Measuring(string kpi) => Measuring(KpiId.Given(kpi));

    /// <inheritdoc cref="Measuring(string)"/>
    public KeyResult Measuring(KpiId kpi) => Changed(copy => copy.Measures = Guard.Against.Null(kpi));

    /// <summary>Describes it.</summary>
    /// <param name="description">What there is to know about it beyond its name.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentException"><paramref name="description"/> is blank.</exception>
    public KeyResult Described(string description) => Changed(copy => copy.Description = Require.Text(description, "description"));

    /// <summary>Says where more of it stands.</summary>
    /// <param name="link">An absolute address with http or https.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentException"><paramref name="link"/> is relative, or no address with http or https.</exception>
    public KeyResult LinkedTo(Uri link) => Changed(copy => copy.Link = Require.Link(link));

    /// <summary>Adds labels by which people find it.</summary>
    /// <param name="more">The labels; those it has already are passed over.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentException">A label is blank.</exception>
    public KeyResult Labelled(params IEnumerable<string> more)
    {
        var all = Require.Labels(labels, more);
        return Changed(copy => copy.labels = all);
    }

    /// <summary>The same without a description.</summary>
    /// <returns>The key result.</returns>
    public KeyResult WithoutDescription() => Changed(copy => copy.Description = null);

    /// <summary>The same without a link.</summary>
    /// <returns>The key result.</returns>
    public KeyResult WithoutLink() => Changed(copy => copy.Link = null);

    /// <summary>Takes labels away.</summary>
    /// <param name="gone">The labels, each as it was given.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentException">It has no such label.</exception>
    public KeyResult Unlabelled(params IEnumerable<string> gone)
    {
        var left = Require.LabelsLeft(labels, gone);
        return Changed(copy => copy.labels = left);
    }

    /// <summary>Says which progress is expected of it over time: seasonal sales, milestones with due dates.</summary>
    /// <param name="curve">The curve.</param>
    /// <returns>The key result.</returns>
    public KeyResult Paced(PaceCurve curve) => Changed(copy => copy.Curve = Guard.Against.Null(curve));

    /// <summary>Says which key result of the objective before it carries on; carrying over says so by itself.</summary>
    /// <param name="predecessor">The id of the earlier key result, in the objective that its objective carries on.</param>
    /// <returns>The key result.</returns>
    public KeyResult Succeeding(KeyResultId predecessor) => Changed(copy => copy.Predecessor = Guard.Against.Null(predecessor));

    /// <summary>
    /// Counts its check-ins from a day before its cycle on, so that the progress of an earlier cycle goes on; carrying over with
    /// <see cref="Rebaseline.KeepProgress"/> says so by itself.
    /// </summary>
    /// <param name="on">The day; one within the cycle changes nothing.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside the years 2 to 9997.</exception>
    public KeyResult Started(LocalDate on) => Changed(copy => copy.StartedOn = Require.Date(on));

    /// <summary>Cancels it: from that day on it is out of the score.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside the years 2 to 9997.</exception>
    public KeyResult Cancelled(LocalDate on) => Changed(copy => copy.CancelledOn = Require.Date(on));

    /// <summary>Postpones it to a later cycle: from that day on it is out of the score.</summary>
    /// <param name="on">The day.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day lies outside the years 2 to 9997.</exception>
    public KeyResult Postponed(LocalDate on) => Changed(copy => copy.PostponedOn = Require.Date(on));

    /// <summary>Adds the values of the KPI it measures as check-ins, one for each complete period that has a value, on the period's last date.</summary>
    /// <remarks>A period that still runs is left out, because a part of it cannot be compared with a target for the whole.</remarks>
    /// <param name="assessment">The KPI on a date.</param>
    /// <returns>The key result, measuring the KPI.</returns>
    /// <exception cref="ArgumentException">The key result measures another KPI, has another unit, or has a goal of parts.</exception>
    public KeyResult WithValuesOf(KpiAssessment assessment)
    {
        var kpi = Guard.Against.Null(assessment).Kpi;
        if (Measures is not null && !Measures.Equals(kpi.Id))
        {
            throw new ArgumentException($"'{Name}' measures '{Measures}', not '{kpi.Id}'; give the assessment of its own KPI.", nameof(assessment));
        }

        if (!Unit.Equals(kpi.Unit))
        {
            throw new ArgumentException(
                $"'{Name}' is measured in {Unit}, the KPI '{kpi.Name}' in {kpi.Unit}; define the key result in the KPI's unit.", nameof(assessment));
        }

        var measured = assessment.Periods
            .Where(period => period.IsComplete && period.Actual is not null)
            .Select(period => OkrKpi.CheckIn.On(period.Period.End, period.Actual!.Value));
        return measured.Aggregate(Measuring(kpi.Id), (keyResult, checkIn) => keyResult.With(checkIn));
    }

    /// <summary>Adds a check-in.</summary>
    /// <param name="checkIn">The check-in.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentException">The goal has parts and the check-in names none of them, or the other way round; or the goal is in words and the
    /// value no zone.</exception>
    public KeyResult With(CheckIn checkIn) => WithCheckIns([Guard.Against.Null(checkIn)], nameof(checkIn));

    /// <summary>Adds check-ins, all or none.</summary>
    /// <param name="more">The check-ins, in any order.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentException">The goal has parts and a check-in names none of them, or the other way round; or the goal is in words and a value no
    /// zone.</exception>
    public KeyResult With(params IEnumerable<CheckIn> more) => WithCheckIns(more, nameof(more));

    /// <summary>Whether it was cancelled on or before a date.</summary>
    /// <param name="asOf">The date.</param>
    /// <returns><see langword="true"/> when cancelled.</returns>
    public bool IsCancelledAsOf(LocalDate asOf) => CancelledOn <= asOf;

    /// <summary>Whether it was postponed on or before a date.</summary>
    /// <param name="asOf">The date.</param>
    /// <returns><see langword="true"/> when postponed.</returns>
    public bool IsPostponedAsOf(LocalDate asOf) => PostponedOn <= asOf;

    /// <summary>Its check-ins up to a date.</summary>
    internal CheckInHistory HistoryOf(Cycle cycle, LocalDate asOf) => new(checkIns, null, cycle, asOf, CurrentValue, StartedOn);

    /// <summary>The same key result for another cycle, carrying this one on.</summary>
    internal KeyResult CarriedOver(Goal goal, CheckIn[] keptCheckIns, LocalDate? startedOn) => Succeeding(Id).Changed(copy =>
    {
        (copy.Goal, copy.checkIns, copy.StartedOn) = (goal, new CheckInsByPart(keptCheckIns), startedOn);
        (copy.CancelledOn, copy.PostponedOn, copy.Override, copy.Curve) = (null, null, null, null);
    });

    /// <summary>Name and goal.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Name} ({Goal})";

    private KeyResult WithCheckIns(IEnumerable<CheckIn> more, string name)
    {
        var longer = Require.Appended(checkIns.All, more, name);
        Check(longer.AsSpan(checkIns.All.Length), name);
        return Changed(copy => copy.checkIns = new(ByDate.Sorted(longer, static each => each.Date)));
    }

    private void Check(ReadOnlySpan<CheckIn> given, string name)
    {
        var parts = Goal.HasParts ? Goal.PartNames.ToHashSet(StringComparer.Ordinal) : null;
        foreach (var checkIn in given)
        {
            Check(checkIn, parts, name);
        }
    }

    private void Check(CheckIn checkIn, HashSet<string>? parts, string name)
    {
        if (parts is null ? checkIn.Part is not null : checkIn.Value is not null && !(checkIn.Part is { } part && parts.Contains(part)))
        {
            throw new ArgumentException(
                parts is not null
                    ? $"The goal of '{Name}' has the parts {string.Join(", ", parts)}; say with Of which one the check-in is of."
                    : $"The goal of '{Name}' has no part '{checkIn.Part}'; leave the part out.",
                name);
        }

        if (Goal.IsInWords && checkIn.Value is { } zone and not (1m or 2m or 3m or 4m))
        {
            throw new ArgumentException(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The goal of '{Name}' is in words, and {zone} is no zone; check in with "
                    + $"{nameof(OkrKpi.CheckIn)}.{nameof(CheckIn.InZone)}(date, Zone.Target)."), name);
        }
    }

    private KeyResult Changed(Action<KeyResult> change)
    {
        var copy = (KeyResult)MemberwiseClone();
        change(copy);
        return copy;
    }
}
