using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;

namespace OkrKpi;

/// <content>Finding what is in it, putting it in, taking it out and changing it; and taking back what was said.</content>
public sealed partial class Objective
{
    /// <summary>The key result of an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The key result.</returns>
    /// <exception cref="ArgumentException">There is no such key result, which the message tells with the ids that are near, or <paramref name="id"/> is no
    /// id.</exception>
    public KeyResult KeyResult(string id) => Known(KeyResultId.Given(id), nameof(id));

    /// <inheritdoc cref="KeyResult(string)"/>
    public KeyResult KeyResult(KeyResultId id) => Known(id, nameof(id));

    /// <summary>Finds the key result of an id.</summary>
    /// <param name="id">The id; a blank one is that of no key result.</param>
    /// <param name="keyResult">The key result; <see langword="null"/> when there is none.</param>
    /// <returns><see langword="true"/> when there is such a key result.</returns>
    public bool TryKeyResult(string id, [NotNullWhen(true)] out KeyResult? keyResult)
    {
        keyResult = null;
        return KeyResultId.TryParse(Guard.Against.Null(id), null, out var known) && TryKeyResult(known, out keyResult);
    }

    /// <inheritdoc cref="TryKeyResult(string, out OkrKpi.KeyResult?)"/>
    public bool TryKeyResult(KeyResultId id, [NotNullWhen(true)] out KeyResult? keyResult)
    {
        var index = ById.IndexOf(keyResults, Guard.Against.Null(id), static each => each.Id);
        keyResult = index < 0 ? null : keyResults[index];
        return index >= 0;
    }

    /// <summary>The initiative of an id.</summary>
    /// <param name="id">The id.</param>
    /// <returns>The initiative.</returns>
    /// <exception cref="ArgumentException">There is no such initiative, which the message tells with the ids that are near, or <paramref name="id"/> is no
    /// id.</exception>
    public Initiative Initiative(string id) => Known(InitiativeId.Given(id), nameof(id));

    /// <inheritdoc cref="Initiative(string)"/>
    public Initiative Initiative(InitiativeId id) => Known(id, nameof(id));

    /// <summary>Finds the initiative of an id.</summary>
    /// <param name="id">The id; a blank one is that of no initiative.</param>
    /// <param name="initiative">The initiative; <see langword="null"/> when there is none.</param>
    /// <returns><see langword="true"/> when there is such an initiative.</returns>
    public bool TryInitiative(string id, [NotNullWhen(true)] out Initiative? initiative)
    {
        initiative = null;
        return InitiativeId.TryParse(Guard.Against.Null(id), null, out var known) && TryInitiative(known, out initiative);
    }

    /// <inheritdoc cref="TryInitiative(string, out OkrKpi.Initiative?)"/>
    public bool TryInitiative(InitiativeId id, [NotNullWhen(true)] out Initiative? initiative)
    {
        var index = ById.IndexOf(initiatives, Guard.Against.Null(id), static each => each.Id);
        initiative = index < 0 ? null : initiatives[index];
        return index >= 0;
    }

    /// <summary>Puts a key result in the place of the one with its id, or adds it.</summary>
    /// <param name="keyResult">The key result.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">The objective would have two headlines, or pinned shares of more than 1 in all.</exception>
    public Objective With(KeyResult keyResult) => WithKeyResults([Guard.Against.Null(keyResult)], nameof(keyResult));

    /// <summary>Puts key results in the places of those with their ids, or adds them; all or none.</summary>
    /// <param name="more">The key results, each id once.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">Two of those given have one id, two of the objective would be headlines, or their pinned shares add up to more than
    /// 1.</exception>
    public Objective With(params IEnumerable<KeyResult> more) => WithKeyResults(more, nameof(more));

    /// <summary>Puts an initiative in the place of the one with its id, or adds it.</summary>
    /// <param name="initiative">The initiative.</param>
    /// <returns>The objective.</returns>
    public Objective With(Initiative initiative) => WithInitiatives([Guard.Against.Null(initiative)], nameof(initiative));

    /// <summary>Puts initiatives in the places of those with their ids, or adds them; all or none.</summary>
    /// <param name="more">The initiatives, each id once.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">Two of those given have one id.</exception>
    public Objective With(params IEnumerable<Initiative> more) => WithInitiatives(more, nameof(more));

    /// <summary>Takes a key result out, with its check-ins; one that was given up is better cancelled.</summary>
    /// <param name="keyResult">The key result's id.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">There is no such key result.</exception>
    public Objective Without(KeyResultId keyResult)
    {
        var index = Array.IndexOf(keyResults, Known(keyResult, nameof(keyResult)));
        return Changed(copy => copy.keyResults = ById.WithoutAt(keyResults, index));
    }

    /// <summary>Takes an initiative out; one that was given up is better said to be dropped.</summary>
    /// <param name="initiative">The initiative's id.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">There is no such initiative.</exception>
    public Objective Without(InitiativeId initiative)
    {
        var index = Array.IndexOf(initiatives, Known(initiative, nameof(initiative)));
        return Changed(copy => copy.initiatives = ById.WithoutAt(initiatives, index));
    }

    /// <summary>Says that it is not to move a KPI.</summary>
    /// <param name="kpi">The KPI's id.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">It does not address the KPI.</exception>
    public Objective Without(KpiId kpi)
    {
        var index = Array.IndexOf(addresses, Guard.Against.Null(kpi));
        return index >= 0
            ? Changed(copy => copy.addresses = ById.WithoutAt(addresses, index))
            : throw new ArgumentException(
                $"'{Title}' does not address the KPI '{kpi}'{NearIds.Advice(kpi.Value, [.. addresses.Select(each => each.Value)])}", nameof(kpi));
    }

    /// <summary>Says that it is not aligned to an objective.</summary>
    /// <param name="objective">The other objective's id.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">It is not aligned to that objective.</exception>
    public Objective Without(ObjectiveId objective)
    {
        var index = ById.IndexOf(alignments, Guard.Against.Null(objective), static link => link.Objective);
        return index >= 0
            ? Changed(copy => copy.alignments = ById.WithoutAt(alignments, index))
            : throw new ArgumentException(
                $"'{Title}' is not aligned to '{objective}'{NearIds.Advice(objective.Value, [.. alignments.Select(link => link.Objective.Value)])}",
                nameof(objective));
    }

    /// <summary>
    /// Changes a key result: <c>objective.Change("reply", keyResult => keyResult.Weighing(2))</c>. Where the compiler cannot tell key result from initiative,
    /// say it: <c>(KeyResult each) => ...</c>.
    /// </summary>
    /// <param name="id">The key result's id.</param>
    /// <param name="change">What is done with it.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">There is no such key result, the change gives nothing or one of another id, or the objective would have two
    /// headlines or pinned shares of more than 1.</exception>
    public Objective Change(string id, Func<KeyResult, KeyResult> change) => Change(KeyResultId.Given(id), change);

    /// <inheritdoc cref="Change(string, Func{OkrKpi.KeyResult, OkrKpi.KeyResult})"/>
    public Objective Change(KeyResultId id, Func<KeyResult, KeyResult> change)
    {
        Guard.Against.Null(change);
        return WithKeyResults([ById.Changed(Known(id, nameof(id)), change, static each => each.Id, "key result")], nameof(change));
    }

    /// <summary>
    /// Changes an initiative: <c>objective.Change("faq", initiative => initiative.Now(InitiativeStatus.Done))</c>. Where the compiler cannot tell it from a key
    /// result, say it: <c>(Initiative each) => ...</c>.
    /// </summary>
    /// <param name="id">The initiative's id.</param>
    /// <param name="change">What is done with it.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">There is no such initiative, or the change gives nothing or one of another id.</exception>
    public Objective Change(string id, Func<Initiative, Initiative> change) => Change(InitiativeId.Given(id), change);

    /// <inheritdoc cref="Change(string, Func{OkrKpi.Initiative, OkrKpi.Initiative})"/>
    public Objective Change(InitiativeId id, Func<Initiative, Initiative> change)
    {
        Guard.Against.Null(change);
        return WithInitiatives([ById.Changed(Known(id, nameof(id)), change, static each => each.Id, "initiative")], nameof(change));
    }

    /// <summary>Says the aim in other words.</summary>
    /// <param name="title">The aim, in words.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException"><paramref name="title"/> is blank.</exception>
    public Objective Retitled(string title) => Changed(copy => copy.Title = Require.Text(title, "title of an objective"));

    /// <summary>Puts it into another cycle, as planned wrongly at first; what goes on in a later cycle is carried over instead.</summary>
    /// <param name="cycle">When it is worked on.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">It was closed on a day that is not one of <paramref name="cycle"/>; reopen it first.</exception>
    public Objective In(Cycle cycle) => ClosedOn is { } closed && !Guard.Against.Null(cycle).Contains(closed)
        ? throw new ArgumentException($"'{Title}' was closed on {closed.Iso()}, which is no day of {cycle}; reopen it first.", nameof(cycle))
        : Changed(copy => copy.Cycle = Guard.Against.Null(cycle));

    /// <summary>Names nobody as the one who works on it.</summary>
    /// <returns>The objective.</returns>
    public Objective WithoutOwner() => Changed(copy => copy.Owner = null);

    /// <summary>Names a team no longer as one that shares it.</summary>
    /// <param name="team">The team or person, as it was named.</param>
    /// <returns>The objective.</returns>
    /// <exception cref="ArgumentException">The team does not share it, or <paramref name="team"/> is blank.</exception>
    public Objective NotSharedBy(string team)
    {
        var index = Array.IndexOf(named, Require.Text(team, "team that shares an objective"));
        return index >= 0
            ? Changed(copy => copy.named = ById.WithoutAt(named, index))
            : throw new ArgumentException($"'{Title}' is not shared by '{team}'{NearIds.Advice(team, named)}", nameof(team));
    }

    /// <summary>Opens it again.</summary>
    /// <returns>The objective.</returns>
    public Objective Reopened() => Changed(copy => copy.ClosedOn = null);

    /// <summary>Says that it carries on no earlier objective.</summary>
    /// <returns>The objective.</returns>
    public Objective WithoutPredecessor() => Changed(copy => copy.Predecessor = null);

    private KeyResult Known(KeyResultId id, string name)
    {
        Guard.Against.Null(id, name);
        return TryKeyResult(id, out var found) ? found
            : throw new ArgumentException($"'{Title}' has no key result '{id}'{NearIds.Advice(id.Value, [.. keyResults.Select(each => each.Id.Value)])}", name);
    }

    private Initiative Known(InitiativeId id, string name)
    {
        Guard.Against.Null(id, name);
        return TryInitiative(id, out var found) ? found
            : throw new ArgumentException(
                $"'{Title}' has no initiative '{id}'{NearIds.Advice(id.Value, [.. initiatives.Select(each => each.Id.Value)])}", name);
    }

    private Objective WithKeyResults(IEnumerable<KeyResult> more, string name)
    {
        var all = ById.With(keyResults, more, static each => each.Id, "key result", name);
        if (ReferenceEquals(all, keyResults))
        {
            return this;
        }

        if (Array.FindAll(all, each => each.Role == KeyResultRole.Headline) is { Length: > 1 } headlines)
        {
            throw new ArgumentException($"'{Title}' has the headline '{headlines[0].Name}' already; an objective has one number of its own.", name);
        }

        if (all.Sum(each => each.PinnedShare ?? 0m) is > 1m and var pinned)
        {
            throw new ArgumentException(
                string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The pinned shares of '{Title}' add up to {pinned}; together they are at "
                    + $"most 1."), name);
        }

        if (ArePinnedWhole(all) && Array.Find(all, IsUnpinned) is { } open)
        {
            throw new ArgumentException(
                $"The pinned shares of '{Title}' add up to 1 and leave nothing for '{open.Name}'; pin less, or let it weigh 0 to link it only.", name);
        }

        return Changed(copy => copy.keyResults = all);
    }

    private Objective WithInitiatives(IEnumerable<Initiative> more, string name)
    {
        var all = ById.With(initiatives, more, static each => each.Id, "initiative", name);
        return ReferenceEquals(all, initiatives) ? this : Changed(copy => copy.initiatives = all);
    }
}
