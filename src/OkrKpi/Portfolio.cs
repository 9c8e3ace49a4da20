using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>Everything of one organisation: its KPIs, their measurements, and its objectives.</summary>
/// <remarks>
/// Immutable, so that any number of threads may read it; compared by reference. What it is for is its review: <c>portfolio.Review(asOf)</c>.
/// A change gives another portfolio, with everything else as it was:
/// <code>
/// portfolio = portfolio.With(meetings.Renamed("Meetings held"))           // put in the place of the one with its id, or added
///     .Change("engage-new", objective => objective.Change("faq", initiative => initiative.Now(InitiativeStatus.Done)))
///     .Measured("meetings", Measurement.On(today, 4));
/// </code>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed partial class Portfolio
{
    private Kpi[] kpis;
    private Objective[] objectives;
    private MeasurementSeries[] measurements;
    private Dictionary<string, Kpi> kpiById;
    private Dictionary<string, Objective> objectiveById;
    private Dictionary<KpiId, MeasurementSeries> seriesOf;
    private Learning[] learnings = [];
    private NeedDismissal[] dismissals = [];

    private Portfolio(Kpi[] kpis, Objective[] objectives, MeasurementSeries[] measurements) => Hold(kpis, objectives, measurements);

    /// <summary>The organisation; <see langword="null"/> when not named.</summary>
    public string? Name { get; private set; }

    /// <summary>Which unit belongs to which; <see langword="null"/> when nobody said, and every owner is a team of its own.</summary>
    public Organisation? Organisation { get; private set; }

    /// <summary>The KPIs, in the order given.</summary>
    public IReadOnlyList<Kpi> Kpis => kpis;

    /// <summary>The objectives, in the order given.</summary>
    public IReadOnlyList<Objective> Objectives => objectives;

    /// <summary>The measurements by KPI, in the order given.</summary>
    public IReadOnlyList<MeasurementSeries> Measurements => measurements;

    /// <summary>What was learned, in the order given.</summary>
    public IReadOnlyList<Learning> Learnings => learnings;

    /// <summary>The needs that were dismissed, in the order given.</summary>
    public IReadOnlyList<NeedDismissal> Dismissals => dismissals;

    /// <summary>A portfolio.</summary>
    /// <param name="kpis">The KPIs, each id once.</param>
    /// <param name="objectives">The objectives, each id once; the KPIs they address are in the portfolio.</param>
    /// <param name="measurements">The measurements, one series a KPI at most.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">
    /// An id is given twice, an objective or key result refers to a KPI that is not there, an objective is aligned to one that is not there or, in the end, to
    /// itself,
    /// or measurements belong to no KPI or lack what its aggregation needs.
    /// </exception>
    public static Portfolio Of(IEnumerable<Kpi> kpis, IEnumerable<Objective> objectives, IEnumerable<MeasurementSeries> measurements)
    {
        var kpiList = Require.Copy(kpis);
        var objectiveList = Require.Copy(objectives);
        var seriesList = Require.Copy(measurements);
        PortfolioFaults.Refuse(PortfolioFaults.Of(kpiList, objectiveList, seriesList));
        return new(kpiList, objectiveList, seriesList);
    }

    /// <summary>
    /// Finds what keeps KPIs, objectives and measurements from being a portfolio, and learnings, dismissals and an organisation from being added to it: all
    /// faults with
    /// their places, where <see cref="Of"/>, <see cref="With(IEnumerable{Learning})"/> and <see cref="In"/> refuse with the first.
    /// </summary>
    /// <param name="kpis">The KPIs.</param>
    /// <param name="objectives">The objectives.</param>
    /// <param name="measurements">The measurements.</param>
    /// <param name="learnings">What was learned from the objectives; when left out, nothing.</param>
    /// <param name="dismissals">The needs of KPIs that were dismissed; when left out, none.</param>
    /// <param name="organisation">The units that own the objectives; when left out, any owner is right.</param>
    /// <returns>
    /// The faults in the order of what was given, KPIs first, each found when it is asked for; none when there is a portfolio. Finding all takes a time
    /// proportional to what was given.
    /// </returns>
    /// <exception cref="ArgumentException">An item of a list is <see langword="null"/>.</exception>
    public static IEnumerable<PortfolioFault> Check(
        IEnumerable<Kpi> kpis,
        IEnumerable<Objective> objectives,
        IEnumerable<MeasurementSeries> measurements,
        IEnumerable<Learning>? learnings = null,
        IEnumerable<NeedDismissal>? dismissals = null,
        Organisation? organisation = null)
    {
        var (kpiList, objectiveList) = (Require.Copy(kpis), Require.Copy(objectives));
        return PortfolioFaults.Of(kpiList, objectiveList, Require.Copy(measurements))
            .Concat(learnings is null ? [] : PortfolioFaults.Of(objectiveList, Require.Copy(learnings)))
            .Concat(dismissals is null ? [] : PortfolioFaults.Of(kpiList, Require.Copy(dismissals)))
            .Concat(organisation is null ? [] : PortfolioFaults.Of(objectiveList, organisation));
    }

    /// <summary>The same portfolio with the organisation's name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public Portfolio Named(string name) => Changed(copy => copy.Name = Require.Text(name, "name of an organisation"));

    /// <summary>The same portfolio with the units of the organisation, so that scores roll up from people to teams, departments and the company.</summary>
    /// <param name="organisation">The units.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">An objective is owned or shared by a unit that is not in the organisation.</exception>
    public Portfolio In(Organisation organisation)
    {
        Guard.Against.Null(organisation);
        PortfolioFaults.Refuse(PortfolioFaults.Of(objectives, organisation), nameof(organisation));
        return Changed(copy => copy.Organisation = organisation);
    }

    /// <summary>
    /// Scores every objective with what is aligned to it, and every unit over the objectives of the running cycles, with the default profile.
    /// </summary>
    /// <param name="asOf">The date; its close counts.</param>
    /// <returns>The scores.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
    public PortfolioScores Score(LocalDate asOf) => Score(asOf, ScoringProfile.Default);

    /// <summary>Scores every objective with what is aligned to it, and every unit over the objectives of the running cycles.</summary>
    /// <param name="asOf">The date; its close counts.</param>
    /// <param name="profile">The policies to score by.</param>
    /// <returns>The scores.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
    public PortfolioScores Score(LocalDate asOf, ScoringProfile profile) =>
        new(objectives, Organisation ?? Organisation.OfOwners(objectives), Require.Date(asOf), null, Guard.Against.Null(profile));

    /// <summary>
    /// The same where the units and the whole count the objectives of one cycle, with the default profile: how the second quarter ended, or half a year beside
    /// its quarters.
    /// </summary>
    /// <param name="asOf">The date; its close counts. After the cycle its objectives stay as they ended.</param>
    /// <param name="cycle">The cycle, by its first and last day.</param>
    /// <returns>The scores.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
    public PortfolioScores Score(LocalDate asOf, Cycle cycle) => Score(asOf, cycle, ScoringProfile.Default);

    /// <summary>The same where the units and the whole count the objectives of one cycle.</summary>
    /// <param name="asOf">The date; its close counts. After the cycle its objectives stay as they ended.</param>
    /// <param name="cycle">The cycle, by its first and last day.</param>
    /// <param name="profile">The policies to score by.</param>
    /// <returns>The scores.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
    public PortfolioScores Score(LocalDate asOf, Cycle cycle, ScoringProfile profile) =>
        new(objectives, Organisation ?? Organisation.OfOwners(objectives), Require.Date(asOf), Guard.Against.Null(cycle), Guard.Against.Null(profile));

    /// <summary>The same portfolio with one more thing learned.</summary>
    /// <param name="learning">What was learned, from one of the objectives.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">The objective it comes from is not in the portfolio.</exception>
    public Portfolio With(Learning learning) => With([Guard.Against.Null(learning)]);

    /// <summary>Adds learnings, all or none.</summary>
    /// <param name="more">The learnings.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">A learning comes from an objective that is not in the portfolio.</exception>
    public Portfolio With(params IEnumerable<Learning> more)
    {
        var added = Require.Copy(more);
        PortfolioFaults.Refuse(PortfolioFaults.Of(objectives, added), nameof(more));
        return Changed(copy => copy.learnings = [.. learnings, .. added]);
    }

    /// <summary>The same portfolio with a need dismissed.</summary>
    /// <param name="dismissal">The dismissal.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">The KPI is not in the portfolio.</exception>
    public Portfolio With(NeedDismissal dismissal) => With([Guard.Against.Null(dismissal)]);

    /// <summary>The same portfolio with needs dismissed, all or none.</summary>
    /// <param name="more">The dismissals.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">A KPI is not in the portfolio.</exception>
    public Portfolio With(params IEnumerable<NeedDismissal> more)
    {
        var added = Require.Copy(more);
        PortfolioFaults.Refuse(PortfolioFaults.Of(kpis, added), nameof(more));
        return Changed(copy => copy.dismissals = [.. dismissals, .. added]);
    }

    /// <summary>How the answer of the rule for a KPI changed from day to day.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <param name="from">The first day.</param>
    /// <param name="through">The last day, included.</param>
    /// <returns>The timeline, with the objectives that covered it and with dismissals.</returns>
    /// <exception cref="ArgumentException">The KPI is not in the portfolio.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="through"/> is before <paramref name="from"/> or more than 100,000 days after it, or a date
    /// lies outside the years 2 to 9997.</exception>
    public NeedTimeline Timeline(KpiId kpi, LocalDate from, LocalDate through) => Timeline(kpi, from, through, OkrNeedRule.Default);

    /// <summary>How the answer of a rule for a KPI changed from day to day.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <param name="from">The first day.</param>
    /// <param name="through">The last day, included.</param>
    /// <param name="rule">The rule.</param>
    /// <returns>The timeline, with the objectives that covered it and with dismissals.</returns>
    /// <exception cref="ArgumentException">The KPI is not in the portfolio.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="through"/> is before <paramref name="from"/> or more than 100,000 days after it, or a date
    /// lies outside the years 2 to 9997.</exception>
    public NeedTimeline Timeline(KpiId kpi, LocalDate from, LocalDate through, OkrNeedRule rule)
    {
        Guard.Against.Null(rule);
        var known = Known(kpi, nameof(kpi));
        var addressing = Array.FindAll(objectives, objective => objective.IsAddressing(known.Id));
        return NeedTimeline.Of(Assessed(known, Require.Date(from)), through, rule, addressing, dismissals);
    }

    /// <summary>The measurements of a KPI.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <returns>The series, empty when there is none.</returns>
    public MeasurementSeries MeasurementsOf(KpiId kpi)
    {
        Guard.Against.Null(kpi);
        return seriesOf.GetValueOrDefault(kpi) ?? MeasurementSeries.Of(kpi);
    }

    /// <summary>One of its KPIs on a date: what was measured of it was checked when it came in.</summary>
    internal KpiAssessment Assessed(Kpi kpi, LocalDate asOf) => KpiAssessment.OfFitting(kpi, MeasurementsOf(kpi.Id), asOf);

    /// <summary>An objective and what it carries on, the oldest first: the chain of cycles it was worked on in.</summary>
    /// <param name="objective">The objective's id.</param>
    /// <returns>The chain, ending with the objective; predecessors that are not in the portfolio are left out. Empty when the objective is not there.</returns>
    public IReadOnlyList<Objective> LineageOf(ObjectiveId objective)
    {
        Guard.Against.Null(objective);
        var lineage = new List<Objective>();
        for (var next = objective; next is not null && TryObjective(next, out var found); next = found.Predecessor)
        {
            lineage.Add(found);
        }

        lineage.Reverse();
        return lineage;
    }

    /// <summary>A key result and what it carries on, the oldest first: its chain through the cycles of its objective.</summary>
    /// <param name="objective">The objective's id.</param>
    /// <param name="keyResult">The key result's id in it.</param>
    /// <returns>The chain, ending with the key result; it begins where a predecessor is not in the portfolio. Empty when the key result is not there.</returns>
    public IReadOnlyList<KeyResult> LineageOf(ObjectiveId objective, KeyResultId keyResult)
    {
        Guard.Against.Null(keyResult);
        var lineage = new List<KeyResult>();
        var next = keyResult;
        foreach (var each in LineageOf(objective).Reverse())
        {
            if (next is null || each.KeyResults.FirstOrDefault(one => one.Id.Equals(next)) is not { } found)
            {
                break;
            }

            lineage.Insert(0, found);
            next = found.Predecessor;
        }

        return lineage;
    }

    /// <summary>What was learned from an objective and from those it carries on, the latest first.</summary>
    /// <param name="objective">The objective's id.</param>
    /// <returns>The learnings; none for an objective that is not there.</returns>
    public IEnumerable<Learning> LearningsOf(ObjectiveId objective)
    {
        var lineage = LineageOf(objective).Select(each => each.Id).ToHashSet();
        return LatestFirst(learning => lineage.Contains(learning.Objective));
    }

    /// <summary>What was learned from the objectives that addressed a KPI, the latest first.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <returns>The learnings.</returns>
    public IEnumerable<Learning> LearningsOf(KpiId kpi)
    {
        Guard.Against.Null(kpi);
        var addressing = objectives.Where(objective => objective.IsAddressing(kpi)).Select(objective => objective.Id).ToHashSet();
        return LatestFirst(learning => addressing.Contains(learning.Objective));
    }

    /// <summary>
    /// What was learned that speaks of something, the latest first: every word begins a word of the learning or of its objective's title, whatever case or
    /// diacritics.
    /// </summary>
    /// <param name="words">The words to look for: <c>"email new"</c> finds "Emails reach new customers".</param>
    /// <returns>The learnings.</returns>
    /// <exception cref="ArgumentException"><paramref name="words"/> is blank.</exception>
    public IEnumerable<Learning> FindLearnings(string words)
    {
        var wanted = PlainWords.Of(Require.Text(words, "words to look for"));
        var titles = objectives.ToDictionary(objective => objective.Id, objective => objective.Title);
        return LatestFirst(learning =>
        {
            string[] text = [.. PlainWords.Of(learning.Text), .. PlainWords.Of(titles[learning.Objective])];
            return Array.TrueForAll(wanted, word => Array.Exists(text, each => each.StartsWith(word, StringComparison.Ordinal)));
        });
    }

    /// <summary>Name and counts.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{Name ?? "Portfolio"}: {kpis.Length} {(kpis.Length == 1 ? "KPI" : "KPIs")}, {objectives.Length} "
            + $"{(objectives.Length == 1 ? "objective" : "objectives")}");

    private IEnumerable<Learning> LatestFirst(Func<Learning, bool> isWanted) => learnings.Where(isWanted).OrderByDescending(learning => learning.RecordedOn);

    [MemberNotNull(nameof(kpis), nameof(objectives), nameof(measurements), nameof(kpiById), nameof(objectiveById), nameof(seriesOf))]
    private void Hold(Kpi[] all, Objective[] allObjectives, MeasurementSeries[] allMeasurements)
    {
        // What stays needs no new index.
        if (!ReferenceEquals(kpis, all) || kpiById is null)
        {
            kpis = all;
            kpiById = all.ToDictionary(kpi => kpi.Id.Value, StringComparer.Ordinal);
        }

        if (!ReferenceEquals(objectives, allObjectives) || objectiveById is null)
        {
            objectives = allObjectives;
            objectiveById = allObjectives.ToDictionary(objective => objective.Id.Value, StringComparer.Ordinal);
        }

        if (!ReferenceEquals(measurements, allMeasurements) || seriesOf is null)
        {
            measurements = allMeasurements;
            seriesOf = allMeasurements.ToDictionary(series => series.Kpi);
        }
    }

    private Portfolio Changed(Action<Portfolio> change)
    {
        var copy = (Portfolio)MemberwiseClone();
        change(copy);
        return copy;
    }
}
