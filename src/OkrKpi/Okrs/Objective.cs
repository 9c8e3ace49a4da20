using Ardalis.GuardClauses;
using NodaTime;

namespace OkrKpi;

/// <summary>
/// An area a team wants to improve in a cycle, with the key results that tell whether it did, the initiatives it works on, and the KPIs it should move.
/// </summary>
/// <remarks>
/// Immutable, so safe for any number of threads; every method that adds something returns a new objective. Compared by reference. The title is qualitative:
/// numbers belong in key results.
/// <code>
/// var engage = Objective.Define("engage-new", "Raise engagement with customers of the last three months", Cycle.Quarter(2026, 3))
///     .OwnedBy("Customer Success")
///     .Addressing(meetings)
///     .With(KeyResult.Define("open-rate", "Open rate of in-product messages", Unit.Percent, Goal.FromTo(4, 15)))
///     .CheckIn("open-rate", new LocalDate(2026, 7, 10), 6, Confidence.OutOfTen(6));
/// </code>
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed partial class Objective
{
    private KpiId[] addresses;
    private KeyResult[] keyResults;
    private Initiative[] initiatives;
    private Alignment[] alignments;
    private string[] named;
    private string[] labels;

    private Objective(ObjectiveId id, string title, Cycle cycle)
    {
        Id = id;
        Title = title;
        Cycle = cycle;
        Kind = ObjectiveKind.Aspirational;
        addresses = [];
        keyResults = [];
        initiatives = [];
        alignments = [];
        named = [];
        labels = [];
    }

    /// <summary>The name by which it is known in a portfolio.</summary>
    public ObjectiveId Id { get; }

    /// <summary>The aim, in words.</summary>
    public string Title { get; private set; }

    /// <summary>When it is worked on.</summary>
    public Cycle Cycle { get; private set; }

    /// <summary>What it promises; <see cref="ObjectiveKind.Aspirational"/> unless said otherwise.</summary>
    public ObjectiveKind Kind { get; private set; }

    /// <summary>The team that works on it; <see langword="null"/> when none is named, which a review reports.</summary>
    public string? Owner { get; private set; }

    /// <summary>When it was closed; <see langword="null"/> while open.</summary>
    public LocalDate? ClosedOn { get; private set; }

    /// <summary>The last day of work on it: the day it was closed, or else the last of its cycle.</summary>
    public LocalDate ClosingDate => ClosedOn ?? Cycle.End;

    /// <summary>The objective of an earlier cycle that it carries on; <see langword="null"/> when it is new.</summary>
    public ObjectiveId? Predecessor { get; private set; }

    /// <summary>The score set by hand; <see langword="null"/> without one.</summary>
    public ScoreOverride? Override { get; private set; }

    /// <summary>The KPIs it should move.</summary>
    public IReadOnlyList<KpiId> Addresses => addresses;

    /// <summary>What it is aligned to, each objective at most once.</summary>
    public IReadOnlyList<Alignment> Alignments => alignments;

    /// <summary>The teams that work on it together with the <see cref="Owner"/>, who is not one of them.</summary>
    public IReadOnlyList<string> Sharers =>
        Owner is { } owner && Array.IndexOf(named, owner) >= 0 ? Array.FindAll(named, team => !string.Equals(team, owner, StringComparison.Ordinal)) : named;

    /// <summary>What there is to know about it beyond its name; <see langword="null"/> when nothing is said. Never scored.</summary>
    public string? Description { get; private set; }

    /// <summary>Where more of it stands, such as a page or a dashboard; <see langword="null"/> without one.</summary>
    public Uri? Link { get; private set; }

    /// <summary>The labels by which people find it, in the order given, each once. Never scored.</summary>
    public IReadOnlyList<string> Labels => labels;

    /// <summary>The results that tell how close it is.</summary>
    public IReadOnlyList<KeyResult> KeyResults => keyResults;

    /// <summary>The work done for it.</summary>
    public IReadOnlyList<Initiative> Initiatives => initiatives;

    /// <summary>An objective, still without key results.</summary>
    /// <param name="id">The name by which it is known in a portfolio.</param>
    /// <param name="title">The aim, in words.</param>
    /// <param name="cycle">When it is worked on.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException"><paramref name="id"/> or <paramref name="title"/> is blank.</exception>
    public static Objective Define(string id, string title, Cycle cycle) => Define(ObjectiveId.Given(id), title, cycle);

    /// <inheritdoc cref="Define(string, string, Cycle)"/>
    public static Objective Define(ObjectiveId id, string title, Cycle cycle) =>
        new(Guard.Against.Null(id), Require.Text(title, "title of an objective"), Guard.Against.Null(cycle));

    /// <summary>Names the team that works on it.</summary>
    /// <param name="owner">A team or person.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException"><paramref name="owner"/> is blank.</exception>
    public Objective OwnedBy(string owner) => Changed(copy => copy.Owner = Require.Text(owner, "owner of an objective"));

    /// <summary>Names a team that works on it together with the owner. However many share it, it counts once in whatever they all belong to.</summary>
    /// <param name="team">A team or person.</param>
    /// <returns>The objective; unchanged when the team already shares it. The owner is named to no effect, whether before or after it is said who owns
    /// it.</returns>
    /// <exception cref="ArgumentException"><paramref name="team"/> is blank.</exception>
    public Objective SharedBy(string team) => Shared([Require.Text(team, "team that shares an objective")]);

    /// <summary>Names teams that work on it together with the owner.</summary>
    /// <param name="teams">Teams or persons; those that own or already share it are passed over.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">A team is blank.</exception>
    public Objective SharedBy(params IEnumerable<string> teams) =>
        Shared(Require.Copy(teams).Select(team => Require.Text(team, "team that shares an objective", nameof(teams))));

    /// <summary>Says what it contributes to: its score flows into that of the other objective.</summary>
    /// <param name="objective">The other objective's id.</param>
    /// <param name="weight">How much it counts there beside that objective's own key results and the others aligned to it; without it, as much as those key
    /// results on average.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">It is aligned to that objective already, or it is that objective.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is negative or above 1,000,000.</exception>
    public Objective AlignedTo(string objective, decimal? weight = null) =>
        AlignedTo(weight is { } stated ? Alignment.To(objective).Weighing(Require.Weight(stated, nameof(weight))) : Alignment.To(objective));

    /// <summary>Says what it is aligned to: an objective or one of its key results, contributing or supporting.</summary>
    /// <param name="alignment">The link.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">It is aligned to that objective already, or it is that objective.</exception>
    public Objective AlignedTo(Alignment alignment) => AlignedTo([Guard.Against.Null(alignment)]);

    /// <summary>Says what it is aligned to, all or nothing.</summary>
    /// <param name="links">The links.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">It is aligned to one objective twice, or to itself.</exception>
    public Objective AlignedTo(params IEnumerable<Alignment> links)
    {
        var longer = Require.Appended(alignments, links);
        var seen = new HashSet<ObjectiveId>();
        foreach (var link in longer)
        {
            if (link.Objective == Id)
            {
                throw new ArgumentException($"'{Title}' cannot be aligned to itself; name the objective it contributes to.", nameof(links));
            }

            if (!seen.Add(link.Objective))
            {
                throw new ArgumentException(
                    $"'{Title}' is aligned to '{link.Objective}' already; one link says all, so that nothing counts twice.", nameof(links));
            }
        }

        return Changed(copy => copy.alignments = longer);
    }

    /// <summary>Says what it promises.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="kind"/> is undefined.</exception>
    public Objective As(ObjectiveKind kind) => Changed(copy => copy.Kind = Require.Defined(kind));

    /// <summary>Says which KPI it should move.</summary>
    /// <param name="kpi">The KPI.</param>
    /// <returns>The objective; unchanged when it already addresses the KPI.</returns>
    public Objective Addressing(Kpi kpi) => Addressing(Guard.Against.Null(kpi).Id);

    /// <summary>Says which KPI it should move.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <returns>The objective; unchanged when it already addresses the KPI.</returns>
    public Objective Addressing(KpiId kpi) => Addressing([Guard.Against.Null(kpi)]);

    /// <summary>Says which KPIs it is to move.</summary>
    /// <param name="kpis">The ids of the KPIs; those it addresses already are passed over.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">An id is <see langword="null"/>.</exception>
    public Objective Addressing(params IEnumerable<KpiId> kpis)
    {
        KpiId[] all = [.. addresses.Concat(Require.Copy(kpis)).Distinct()];
        return all.Length == addresses.Length ? this : Changed(copy => copy.addresses = all);
    }

    /// <summary>Describes it.</summary>
    /// <param name="description">What there is to know about it beyond its name.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException"><paramref name="description"/> is blank.</exception>
    public Objective Described(string description) => Changed(copy => copy.Description = Require.Text(description, "description"));

    /// <summary>Says where more of it stands.</summary>
    /// <param name="link">An absolute address with http or https.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException"><paramref name="link"/> is relative, or no address with http or https.</exception>
    public Objective LinkedTo(Uri link) => Changed(copy => copy.Link = Require.Link(link));

    /// <summary>Adds labels by which people find it.</summary>
    /// <param name="more">The labels; those it has already are passed over.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">A label is blank.</exception>
    public Objective Labelled(params IEnumerable<string> more)
    {
        var all = Require.Labels(labels, more);
        return Changed(copy => copy.labels = all);
    }

    /// <summary>The same without a description.</summary>
    /// <returns>The objective.</returns>
    public Objective WithoutDescription() => Changed(copy => copy.Description = null);

    /// <summary>The same without a link.</summary>
    /// <returns>The objective.</returns>
    public Objective WithoutLink() => Changed(copy => copy.Link = null);

    /// <summary>Takes labels away.</summary>
    /// <param name="gone">The labels, each as it was given.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">It has no such label.</exception>
    public Objective Unlabelled(params IEnumerable<string> gone)
    {
        var left = Require.LabelsLeft(labels, gone);
        return Changed(copy => copy.labels = left);
    }

    /// <summary>Reports the value of a key result.</summary>
    /// <param name="keyResult">The key result's id.</param>
    /// <param name="date">The date.</param>
    /// <param name="value">The value reached, in the key result's unit.</param>
    /// <param name="confidence">How sure the team is to reach it.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">The objective has no such key result, or its goal has parts.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> lies outside ±10^15.</exception>
    public Objective CheckIn(string keyResult, LocalDate date, decimal value, Confidence? confidence = null)
    {
        var checkIn = OkrKpi.CheckIn.On(date, value);
        return CheckIn(keyResult, confidence is { } sure ? checkIn.With(sure) : checkIn);
    }

    /// <summary>Adds a check-in to a key result.</summary>
    /// <param name="keyResult">The key result's id.</param>
    /// <param name="checkIn">The check-in.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">The objective has no such key result, or the check-in does not fit its goal.</exception>
    public Objective CheckIn(string keyResult, CheckIn checkIn)
    {
        Guard.Against.Null(checkIn);
        var known = Known(KeyResultId.Given(keyResult), nameof(keyResult));
        return WithKeyResults([known.With(checkIn)], nameof(checkIn));
    }

    /// <summary>
    /// Closes it before the end of its cycle, or on its last day: from that day on it is graded and covers no KPI, and what is checked in for later days
    /// changes nothing.
    /// </summary>
    /// <param name="on">The last day of work on it, a day of its cycle. After its cycle it is over without being closed.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The day is not one of the cycle.</exception>
    public Objective Closed(LocalDate on) => Cycle.Contains(Require.Date(on))
        ? Changed(copy => copy.ClosedOn = on)
        : throw new ArgumentOutOfRangeException(
            nameof(on), on,
            $"'{Title}' is worked on from {Cycle.Start.Iso()} to {Cycle.End.Iso()}, so it cannot be closed on {on.Iso()}; give a day of its cycle.");

    /// <summary>Says which objective of an earlier cycle it carries on; carrying over says so by itself.</summary>
    /// <param name="predecessor">The earlier objective's id.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException"><paramref name="predecessor"/> is its own id.</exception>
    public Objective Succeeding(ObjectiveId predecessor) => Guard.Against.Null(predecessor) == Id
        ? throw new ArgumentException($"'{Title}' cannot carry on itself; name the objective of the earlier cycle.", nameof(predecessor))
        : Changed(copy => copy.Predecessor = predecessor);

    /// <summary>Sets its score by hand; the computed score stays beside it.</summary>
    /// <param name="score">The score, its reason and how long it stays.</param>
    /// <returns>The objective.</returns>
    public Objective Overridden(ScoreOverride score) => Changed(copy => copy.Override = Guard.Against.Null(score));

    /// <summary>Takes back a score set by hand.</summary>
    /// <returns>The objective.</returns>
    public Objective WithoutOverride() => Changed(copy => copy.Override = null);

    /// <summary>Weighs its key results by the size of their targets, for parts of a total: 100,000, 20,000 and 1,000 count 82.6, 16.5 and 0.8 %.</summary>
    /// <remarks>The target of zones and of checkpoints is the value worth 1, so that both weigh alike for the same way.</remarks>
    /// <returns>The objective.</returns>
    /// <exception cref="InvalidOperationException">A key result has no number to reach, or their units differ: then the sizes cannot be compared.</exception>
    public Objective WeighingByTarget()
    {
        if (Array.Find(keyResults, each => !each.Unit.Equals(keyResults[0].Unit)) is { } other)
        {
            throw new InvalidOperationException(
                $"'{other.Name}' is measured in {other.Unit}, '{keyResults[0].Name}' in {keyResults[0].Unit}; targets of different units have no common size.");
        }

        decimal[] sizes = [.. keyResults.Select(each =>
            Math.Abs(each.Goal.Aim?.Target ?? throw new InvalidOperationException($"'{each.Name}' has no number to reach; give weights instead.")))];
        if (sizes.Length == 0 || sizes.Max() == 0m)
        {
            return this;
        }

        // Weights go to 1,000,000, targets to 10^15; only the proportion matters.
        var largest = sizes.Max();
        return Changed(copy => copy.keyResults = [.. keyResults.Select((each, index) => each.Weighing(sizes[index] / largest * 1_000_000m))]);
    }

    /// <summary>Whether it should move a KPI.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <returns><see langword="true"/> when it addresses the KPI.</returns>
    public bool IsAddressing(KpiId kpi) => Array.IndexOf(addresses, kpi) >= 0;

    /// <summary>Whether it is being worked on at the close of a date: within its cycle and not closed.</summary>
    /// <param name="asOf">The date.</param>
    /// <returns><see langword="true"/> when open.</returns>
    public bool IsOpenAsOf(LocalDate asOf) => Cycle.Contains(asOf) && !(ClosedOn <= asOf);

    /// <summary>Whether it is to be worked on later: its cycle has not begun and it is not closed.</summary>
    /// <param name="asOf">The date.</param>
    /// <returns><see langword="true"/> when planned.</returns>
    public bool IsPlannedAsOf(LocalDate asOf) => asOf < Cycle.Start && !(ClosedOn <= asOf);

    /// <summary>
    /// The same aim, owner, kind, KPIs, description, link and labels in another cycle, carrying this one on; nothing else comes along but what is given.
    /// </summary>
    internal Objective Successor(ObjectiveId id, Cycle cycle, KeyResult[] carried, Initiative[] unfinished) =>
        new Objective(id, Title, cycle)
        {
            Kind = Kind,
            Owner = Owner,
            Description = Description,
            Link = Link,
            labels = labels,
            addresses = addresses,
            named = named,
            keyResults = carried,
            initiatives = unfinished,
        }
            .Succeeding(Id);

    /// <summary>Title and id.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Title} ({Id})";

    /// <summary>Whether its pinned shares take the whole, so that nothing else can count.</summary>
    internal bool IsPinnedWhole => ArePinnedWhole(keyResults);

    private static bool ArePinnedWhole(KeyResult[] all) => all.Where(each => each.Role != KeyResultRole.Guardrail).Sum(each => each.PinnedShare ?? 0m) == 1m;

    private static bool IsUnpinned(KeyResult each) =>
        each is { Role: KeyResultRole.Contributes, PinnedShare: null, Weight: > 0m, CancelledOn: null, PostponedOn: null };

    private Objective Shared(IEnumerable<string> teams)
    {
        string[] all = [.. named.Concat(teams).Distinct(StringComparer.Ordinal)];
        return all.Length == named.Length ? this : Changed(copy => copy.named = all);
    }

    private Objective Changed(Action<Objective> change)
    {
        var copy = (Objective)MemberwiseClone();
        change(copy);
        return copy;
    }
}
