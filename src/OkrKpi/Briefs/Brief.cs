using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>
/// What a team needs to discuss a KPI that needs an OKR, and what it decides: the gap and where it comes from, the questions to ask, the areas one could
/// improve with the team's votes, and the area chosen, which becomes the objective.
/// </summary>
/// <remarks>
/// Immutable, so safe for any number of threads; every method returns a new brief; compared by reference. The questions generalise those of the source article
/// (Q1 to Q5); the team adds its own.
/// <code>
/// var brief = review.BriefOf(meetings.Id)!
///     .Answering("group", "customers registered in the last 3 months")
///     .With(FocusArea.Define("Raise engagement with new customers").Voted(Vote.Of(8, 7, 6)).Trying("FAQ section"))
///     .With(FocusArea.Define("Win back long-standing customers").Voted(Vote.Of(5, 6, 4)));
/// var objective = brief.Choosing(brief.Rank()[0].Area.Name).ToObjective("engage-new", Cycle.Quarter(2026, 3));
/// </code>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class Brief
{
    private readonly SegmentGap[] segments;
    private BriefQuestion[] questions;
    private FocusArea[] focusAreas;

    private Brief(OkrNeed need, Target? target, ReportingPeriod period, KpiPeriod? evidence, decimal? gap, SegmentGap[] segments)
    {
        Need = need;
        Target = target;
        Period = period;
        Evidence = evidence;
        Gap = gap;
        this.segments = segments;
        questions = Ask(need.Kpi, segments);
        focusAreas = [];
    }

    /// <summary>The need it answers.</summary>
    public OkrNeed Need { get; }

    /// <summary>The KPI.</summary>
    public Kpi Kpi => Need.Kpi;

    /// <summary>
    /// The target to reach: the raised one when the target was raised, otherwise the one that is missed; <see langword="null"/> when the KPI lags without one,
    /// as when it is stale.
    /// </summary>
    public Target? Target { get; }

    /// <summary>The period the target is of.</summary>
    public ReportingPeriod Period { get; }

    /// <summary>The period the actual value is of; <see langword="null"/> when nothing was measured yet.</summary>
    public KpiPeriod? Evidence { get; }

    /// <summary>The actual value; <see langword="null"/> when nothing was measured yet.</summary>
    public decimal? Actual => Evidence?.Actual;

    /// <summary>How far the actual value is from the target, or from what was due by now; negative is short of it. In the KPI's unit.</summary>
    public decimal? Gap { get; }

    /// <summary>Which segments contribute to the gap, the largest shortfall first; empty when the measurements have no segments or it cannot be told.</summary>
    public IReadOnlyList<SegmentGap> Segments => segments;

    /// <summary>The questions to ask, with their alternatives and answers.</summary>
    public IReadOnlyList<BriefQuestion> Questions => questions;

    /// <summary>The areas one could improve, in the order given.</summary>
    public IReadOnlyList<FocusArea> FocusAreas => focusAreas;

    /// <summary>The area the team chose; <see langword="null"/> while it has not.</summary>
    public FocusArea? Chosen { get; private set; }

    /// <summary>The brief for a need.</summary>
    /// <param name="need">A need with at least one reason.</param>
    /// <param name="measurements">The KPI's measurements, to see which segments the gap comes from.</param>
    /// <returns>The brief.</returns>
    /// <exception cref="ArgumentException">The need has no reason, or the measurements are of another KPI.</exception>
    public static Brief Of(OkrNeed need, MeasurementSeries measurements)
    {
        Guard.Against.Null(need);
        MeasurementSeries.Checked(Guard.Against.Null(measurements), need.Kpi);
        if (need.Reasons.Count == 0)
        {
            throw new ArgumentException($"'{need.Kpi.Name}' needs no OKR, so there is nothing to discuss.", nameof(need));
        }

        var (lagging, raised) = (need.Lagging, need.TargetRaised);
        var evidence = lagging is { Evidence.Actual: not null } ? lagging.Evidence : need.Assessment.Shown is { Actual: not null } latest ? latest : null;
        var target = raised?.Now ?? lagging?.Evidence.Target;

        // A raised target is further away than a missed one; behind pace, the gap is to what was due by now.
        var gap = raised is null ? lagging?.Gap : evidence?.Actual is { } actual ? target?.Gap(actual, need.Kpi.Direction) : null;
        var segments = evidence is null || gap is null ? [] : SegmentGap.Of(need.Kpi, measurements, need.Assessment.AsOf, evidence, gap.Value);
        return new(need, target, need.Reasons[^1].Period, evidence, gap, segments);
    }

    /// <summary>Adds a question of the team's own.</summary>
    /// <param name="code">A short name to answer it by, not yet used.</param>
    /// <param name="text">The question, in the team's language.</param>
    /// <returns>The brief.</returns>
    /// <exception cref="ArgumentException">A text is blank, or the code is used already.</exception>
    public Brief Asking(string code, string text)
    {
        var question = new BriefQuestion(
            Require.Text(code, "code of a question"), Explanation.Of("brief.text", new Fact("text", Require.Text(text, "text of a question"))), [], null);
        var longer = Require.Append(questions, question);
        Require.Unique(longer, each => each.Code, "question", nameof(code));
        return Changed(copy => copy.questions = longer);
    }

    /// <summary>Adds an alternative to a question.</summary>
    /// <param name="question">The question's code, such as <c>channel</c>.</param>
    /// <param name="alternative">One possible answer.</param>
    /// <returns>The brief.</returns>
    /// <exception cref="ArgumentException">There is no such question, or the alternative is blank.</exception>
    public Brief Offering(string question, string alternative) => Change(question, each => each.Offering(Require.Text(alternative, "alternative")));

    /// <summary>Records the answer to a question, which need not be one of the alternatives: the article's first question was answered by a third.</summary>
    /// <param name="question">The question's code, such as <c>group</c>.</param>
    /// <param name="answer">The answer; a later one replaces it.</param>
    /// <returns>The brief.</returns>
    /// <exception cref="ArgumentException">There is no such question, or the answer is blank.</exception>
    public Brief Answering(string question, string answer) => Change(question, each => each.Answering(Require.Text(answer, "answer")));

    /// <summary>Adds an area one could improve.</summary>
    /// <param name="focusArea">The area, with a name of its own.</param>
    /// <returns>The brief.</returns>
    /// <exception cref="ArgumentException">An area of that name is there already.</exception>
    public Brief With(FocusArea focusArea)
    {
        var longer = Require.Append(focusAreas, Guard.Against.Null(focusArea));
        Require.Unique(longer, each => each.Name, "focus area", nameof(focusArea));
        return Changed(copy => copy.focusAreas = longer);
    }

    /// <summary>Ranks the areas by ICE: impact times confidence times ease.</summary>
    /// <returns>The areas, the best first; ties share a rank.</returns>
    /// <exception cref="InvalidOperationException">A vote has no ease.</exception>
    public IReadOnlyList<RankedFocusArea> Rank() => Rank(Prioritization.Ice);

    /// <summary>
    /// Ranks the areas: score descending, then the higher confidence, then the lower effort, then the order given. Areas that are equal up to there share a
    /// rank;
    /// areas nobody voted on come last.
    /// </summary>
    /// <param name="prioritization">How votes become a score.</param>
    /// <returns>The areas, the best first; ties share a rank.</returns>
    /// <exception cref="InvalidOperationException">A vote lacks a mark the prioritization needs, such as the effort for RICE.</exception>
    public IReadOnlyList<RankedFocusArea> Rank(Prioritization prioritization) => RankedFocusArea.RankAll(focusAreas, Guard.Against.Null(prioritization));

    /// <summary>Records which area the team chose; it need not be the first of the ranking.</summary>
    /// <param name="focusArea">The area's name.</param>
    /// <returns>The brief.</returns>
    /// <exception cref="ArgumentException">There is no such area.</exception>
    public Brief Choosing(string focusArea)
    {
        var name = Require.Text(focusArea, "name of a focus area");
        return Array.Find(focusAreas, area => area.Name == name) is { } chosen
            ? Changed(copy => copy.Chosen = chosen)
            : throw new ArgumentException(
                $"There is no focus area '{name}'; there are {string.Join(", ", focusAreas.Select(area => area.Name))}.", nameof(focusArea));
    }

    /// <summary>
    /// The objective the chosen area becomes: titled as the area, owned by the KPI's owner, addressing the KPI, with the area's tactics as initiatives. Key
    /// results are
    /// the team's to add.
    /// </summary>
    /// <param name="id">The objective's id.</param>
    /// <param name="cycle">Its cycle.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> is blank.</exception>
    /// <exception cref="InvalidOperationException">No area was chosen.</exception>
    public Objective ToObjective(string id, Cycle cycle)
    {
        if (Chosen is null)
        {
            throw new InvalidOperationException($"No focus area is chosen for '{Kpi.Name}'; choose one with {nameof(Choosing)}.");
        }

        var objective = Objective.Define(id, Chosen.Name, cycle).Addressing(Kpi);
        objective = Kpi.Owner is null ? objective : objective.OwnedBy(Kpi.Owner);
        for (var index = 0; index < Chosen.Tactics.Count; index++)
        {
            objective = objective.With(Initiative.Define(FormattableString.Invariant($"i{index + 1}"), Chosen.Tactics[index]));
        }

        return objective;
    }

    /// <summary>The brief in words.</summary>
    /// <returns>A tree: the gap, its reasons, the segments, the questions, the ranking by ICE as far as it can be made, the choice.</returns>
    public Explanation Explain() =>
        Explanation.Of(
            Actual is null ? "brief.target" : "brief.gap",
            new Fact("kpi", Kpi.Name), new Fact("actual", Actual, Kpi.Unit), new Fact("measured", Evidence?.Period),
                new Fact("target", Target, Kpi.Unit, Kpi.Direction),
            new Fact("period", Period), new Fact("gap", Gap, Kpi.Unit, Kpi.Direction))
        .Resting(Need.Reasons.Select(reason => reason.Explain()))
        .Resting(segments.Select(segment => segment.Explain()))
        .Resting(questions.Select(question => question.Explain()))
        .Resting(focusAreas.Select(area => Explanation.Of("brief.area", new Fact("area", area.Name), new Fact("votes", (decimal)area.Votes.Count))))
        .Resting(Chosen is null ? [] : [Explanation.Of("brief.chosen", new Fact("area", Chosen.Name))]);

    /// <summary>The sentence of <see cref="Explain"/>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Explain().Sentence(System.Globalization.CultureInfo.InvariantCulture);

    // The article's five questions (Q1 to Q5), with the KPI in place of its meetings.
    private static BriefQuestion[] Ask(Kpi kpi, SegmentGap[] segments)
    {
        var facts = new[] { new Fact("kpi", kpi.Name), new Fact("unit", kpi.Unit.ToString()) };
        string[] groups =
        [
            .. segments.Where(segment => segment.Contribution < 0m && segment.Segment is not null).Take(3).Select(segment => segment.Segment!.Name)
        ];
        return
        [
            new("group", Explanation.Of("brief.question.group", facts), groups, null),
            new("channel", Explanation.Of("brief.question.channel", facts), [], null),
            new("long-standing", Explanation.Of("brief.question.longStanding", facts), [], null),
            new("enough", Explanation.Of("brief.question.enough", facts), [], null),
            new("first-step", Explanation.Of("brief.question.firstStep", facts), [], null),
        ];
    }

    private Brief Change(string code, Func<BriefQuestion, BriefQuestion> change)
    {
        var index = Array.FindIndex(questions, question => question.Code == code);
        if (index < 0)
        {
            throw new ArgumentException(
                $"There is no question '{code}'; there are {string.Join(", ", questions.Select(question => question.Code))}.", nameof(code));
        }

        BriefQuestion[] changed = [.. questions];
        changed[index] = change(changed[index]);
        return Changed(copy => copy.questions = changed);
    }

    private Brief Changed(Action<Brief> change)
    {
        var copy = (Brief)MemberwiseClone();
        change(copy);
        return copy;
    }
}
