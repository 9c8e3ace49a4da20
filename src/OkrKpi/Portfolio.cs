using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>Everything of one organisation: its KPIs, their measurements, and its objectives.</summary>
/// <remarks>Immutable; compared by reference. <see cref="Review(LocalDate)"/> is the main job.</remarks>
public sealed class Portfolio
{
    private readonly Kpi[] kpis;
    private readonly Objective[] objectives;
    private readonly MeasurementSeries[] measurements;
    private readonly Learning[] learnings;
    private readonly NeedDismissal[] dismissals;
    private readonly Dictionary<KpiId, MeasurementSeries> seriesOf;

    private Portfolio(string? name, Kpi[] kpis, Objective[] objectives, MeasurementSeries[] measurements, Learning[] learnings, NeedDismissal[] dismissals)
    {
        this.learnings = learnings;
        Name = name;
        this.kpis = kpis;
        this.objectives = objectives;
        this.measurements = measurements;
        this.dismissals = dismissals;
        seriesOf = measurements.ToDictionary(series => series.Kpi);
    }

    /// <summary>The organisation; <see langword="null"/> when not named.</summary>
    public string? Name { get; }

    /// <summary>Which unit belongs to which; <see langword="null"/> when nobody said, and every owner is a team of its own.</summary>
    public Organisation? Organisation { get; private init; }

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
    /// An id is given twice, an objective or key result refers to a KPI that is not there, an objective is aligned to one that is not there or, in the end, to itself,
    /// or measurements belong to no KPI or lack what its aggregation needs.
    /// </exception>
    public static Portfolio Of(IEnumerable<Kpi> kpis, IEnumerable<Objective> objectives, IEnumerable<MeasurementSeries> measurements)
    {
        var kpiList = Require.Copy(kpis);
        var objectiveList = Require.Copy(objectives);
        var seriesList = Require.Copy(measurements);
        Require.Unique(kpiList, kpi => kpi.Id, "KPI", nameof(kpis));
        Require.Unique(objectiveList, objective => objective.Id, "objective", nameof(objectives));
        Require.Unique(seriesList, series => series.Kpi, "series of measurements", nameof(measurements));

        var byId = kpiList.ToDictionary(kpi => kpi.Id);
        foreach (var objective in objectiveList)
        {
            for (var index = 0; index < objective.Addresses.Count; index++)
            {
                Refer(objective, objective.Addresses[index]);
            }

            for (var index = 0; index < objective.KeyResults.Count; index++)
            {
                if (objective.KeyResults[index].Measures is { } measured)
                {
                    Refer(objective, measured);
                }
            }
        }

        AlignmentGraph.Check(objectiveList, nameof(objectives));
        foreach (var series in seriesList)
        {
            if (!byId.TryGetValue(series.Kpi, out var kpi))
            {
                throw new ArgumentException($"There are measurements of the KPI '{series.Kpi}', which is not in the portfolio.", nameof(measurements));
            }

            MeasurementSeries.Checked(series, kpi);
        }

        return new(null, kpiList, objectiveList, seriesList, [], []);

        void Refer(Objective objective, KpiId id)
        {
            if (!byId.ContainsKey(id))
            {
                throw new ArgumentException($"The objective '{objective.Id}' refers to the KPI '{id}', which is not in the portfolio.", nameof(objectives));
            }
        }
    }

    /// <summary>The same portfolio with the organisation's name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank.</exception>
    public Portfolio Named(string name) => new(Require.Text(name, "name of an organisation"), kpis, objectives, measurements, learnings, dismissals) { Organisation = Organisation };

    /// <summary>The same portfolio with the units of the organisation, so that scores roll up from people to teams, departments and the company.</summary>
    /// <param name="organisation">The units.</param>
    /// <returns>The portfolio.</returns>
    /// <exception cref="ArgumentException">An objective is owned or shared by a unit that is not in the organisation.</exception>
    public Portfolio In(Organisation organisation)
    {
        Guard.Against.Null(organisation);
        foreach (var objective in objectives)
        {
            if (Organisation.OwnersOf(objective).FirstOrDefault(owner => !organisation.TryFind(owner, out _)) is { } unknown)
            {
                throw new ArgumentException($"The objective '{objective.Id}' belongs to '{unknown}', which is not in the organisation; add the unit.", nameof(organisation));
            }
        }

        return new(Name, kpis, objectives, measurements, learnings, dismissals) { Organisation = organisation };
    }

    /// <summary>Scores every objective with what is aligned to it, and every unit with those below it, with the default profile.</summary>
    /// <param name="asOf">The date; its close counts.</param>
    /// <returns>The scores.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
    public PortfolioScores Score(LocalDate asOf) => Score(asOf, ScoringProfile.Default);

    /// <summary>Scores every objective with what is aligned to it, and every unit with those below it.</summary>
    /// <param name="asOf">The date; its close counts.</param>
    /// <param name="profile">The policies to score by.</param>
    /// <returns>The scores.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
    public PortfolioScores Score(LocalDate asOf, ScoringProfile profile) =>
        new(objectives, Organisation ?? Organisation.OfOwners(objectives), Require.Date(asOf), Guard.Against.Null(profile));

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
        var known = objectives.Select(objective => objective.Id).ToHashSet();
        foreach (var learning in added.Where(learning => !known.Contains(learning.Objective)))
        {
            throw new ArgumentException($"The learning comes from the objective '{learning.Objective}', which is not in the portfolio.", nameof(more));
        }

        return new(Name, kpis, objectives, measurements, [.. learnings, .. added], dismissals) { Organisation = Organisation };
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
        var known = kpis.Select(kpi => kpi.Id).ToHashSet();
        foreach (var dismissal in added.Where(dismissal => !known.Contains(dismissal.Kpi)))
        {
            throw new ArgumentException($"The need of the KPI '{dismissal.Kpi}' cannot be dismissed: it is not in the portfolio.", nameof(more));
        }

        return new(Name, kpis, objectives, measurements, learnings, [.. dismissals, .. added]) { Organisation = Organisation };
    }

    /// <summary>How the answer of the rule for a KPI changed from day to day.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <param name="from">The first day.</param>
    /// <param name="through">The last day, included.</param>
    /// <returns>The timeline, with the objectives that covered it and with dismissals.</returns>
    /// <exception cref="ArgumentException">The KPI is not in the portfolio.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="through"/> is before <paramref name="from"/> or more than 100,000 days after it, or a date lies outside the years 2 to 9997.</exception>
    public NeedTimeline Timeline(KpiId kpi, LocalDate from, LocalDate through) => Timeline(kpi, from, through, OkrNeedRule.Default);

    /// <summary>How the answer of a rule for a KPI changed from day to day.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <param name="from">The first day.</param>
    /// <param name="through">The last day, included.</param>
    /// <param name="rule">The rule.</param>
    /// <returns>The timeline, with the objectives that covered it and with dismissals.</returns>
    /// <exception cref="ArgumentException">The KPI is not in the portfolio.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="through"/> is before <paramref name="from"/> or more than 100,000 days after it, or a date lies outside the years 2 to 9997.</exception>
    public NeedTimeline Timeline(KpiId kpi, LocalDate from, LocalDate through, OkrNeedRule rule)
    {
        Guard.Against.Null(rule);
        var known = Known(kpi, nameof(kpi));
        var addressing = Array.FindAll(objectives, objective => objective.IsAddressing(known.Id));
        return NeedTimeline.Of(KpiAssessment.Of(known, MeasurementsOf(known.Id), Require.Date(from)), through, rule, addressing, dismissals);
    }

    /// <summary>The measurements of a KPI.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <returns>The series, empty when there is none.</returns>
    public MeasurementSeries MeasurementsOf(KpiId kpi)
    {
        Guard.Against.Null(kpi);
        return seriesOf.GetValueOrDefault(kpi) ?? MeasurementSeries.Of(kpi);
    }

    /// <summary>An objective and what it carries on, the oldest first: the chain of cycles it was worked on in.</summary>
    /// <param name="objective">The objective's id.</param>
    /// <returns>The chain, ending with the objective; predecessors that are not in the portfolio are left out. Empty when the objective is not there.</returns>
    public IReadOnlyList<Objective> LineageOf(ObjectiveId objective)
    {
        Guard.Against.Null(objective);
        var lineage = new List<Objective>();
        for (var next = objective; next is not null && Array.Find(objectives, each => each.Id == next) is { } found && !lineage.Contains(found); next = found.Predecessor)
        {
            lineage.Insert(0, found);
        }

        return lineage;
    }

    /// <summary>Says everything about the portfolio on a date: needs, KPIs, objectives, findings.</summary>
    /// <param name="asOf">The date; its close counts, and what became known later is left out.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
    public PortfolioReview Review(LocalDate asOf) => Review(asOf, ReviewOptions.Default);

    /// <summary>Says everything about the portfolio on a date, by options of one's own.</summary>
    /// <param name="asOf">The date; its close counts, and what became known later is left out.</param>
    /// <param name="options">The rule, profile and quality rules.</param>
    /// <returns>The review.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="asOf"/> lies outside the years 2 to 9997.</exception>
    public PortfolioReview Review(LocalDate asOf, ReviewOptions options)
    {
        Guard.Against.Null(options);
        Require.Date(asOf);
        KpiAssessment[] assessments = [.. kpis.Select(kpi => KpiAssessment.Of(kpi, MeasurementsOf(kpi.Id), asOf))];
        var addressing = objectives.SelectMany(objective => objective.Addresses, (objective, kpi) => (kpi, objective)).ToLookup(each => each.kpi, each => each.objective);
        var dismissed = dismissals.ToLookup(dismissal => dismissal.Kpi);
        OkrNeed[] needs = [.. assessments.Where(assessment => !assessment.Kpi.IsWatched).Select(assessment => options.NeedRule.Apply(assessment, addressing[assessment.Kpi.Id], dismissed[assessment.Kpi.Id]))];
        ObjectiveScore[] scores = [.. objectives.Where(objective => objective.Cycle.Start <= asOf).Select(objective => objective.Score(asOf, options.Scoring))];
        return new(
            this,
            asOf,
            options,
            [.. NeedRanking.Of(needs).Needs.Select(ranked => ranked.Need)],
            assessments,
            scores,
            [.. Findings(options, new ReviewContext(this, asOf, needs, scores)).OrderByDescending(finding => finding.Severity)]);
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

    /// <summary>What was learned that speaks of something, the latest first: every word begins a word of the learning or of its objective's title, whatever case or diacritics.</summary>
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
    public override string ToString() => FormattableString.Invariant($"{Name ?? "Portfolio"}: {kpis.Length} {(kpis.Length == 1 ? "KPI" : "KPIs")}, {objectives.Length} {(objectives.Length == 1 ? "objective" : "objectives")}");

    private static List<Finding> Findings(ReviewOptions options, ReviewContext context)
    {
        var findings = new List<Finding>();
        Objective[] current = [.. context.CurrentObjectives];
        foreach (var rule in options.FindingRules)
        {
            var first = findings.Count;
            findings.AddRange(rule.Check(context));
            foreach (var kpi in context.Portfolio.kpis)
            {
                findings.AddRange(rule.Check(kpi, context));
            }

            foreach (var objective in current)
            {
                findings.AddRange(rule.Check(objective, context));
            }

            foreach (var objective in current)
            {
                foreach (var keyResult in objective.KeyResults)
                {
                    if (!keyResult.IsCancelledAsOf(context.AsOf) && !keyResult.IsPostponedAsOf(context.AsOf))
                    {
                        findings.AddRange(rule.Check(keyResult, objective, context));
                    }
                }
            }

            if (options.RatingOf(rule) is { } severity)
            {
                for (var index = first; index < findings.Count; index++)
                {
                    findings[index] = findings[index].Rated(severity);
                }
            }
        }

        return findings;
    }

    private IEnumerable<Learning> LatestFirst(Func<Learning, bool> isWanted) => learnings.Where(isWanted).OrderByDescending(learning => learning.RecordedOn);

    private Kpi Known(KpiId id, string name)
    {
        Guard.Against.Null(id, name);
        return Array.Find(kpis, kpi => kpi.Id.Equals(id)) ?? throw new ArgumentException($"The KPI '{id}' is not in the portfolio.", name);
    }
}
