using System.Numerics;

namespace OkrKpi;

/// <summary>Scores columns by index, in any kind of number: the same combining as for objectives made of objects, without allocating.</summary>
/// <typeparam name="T">What is computed with.</typeparam>
/// <typeparam name="TCell">What a column holds: a number, or none.</typeparam>
/// <typeparam name="TKind">How a cell holds it.</typeparam>
internal static class ColumnScoring<T, TCell, TKind>
    where T : struct, INumber<T>
    where TKind : struct, ICell<T, TCell>
{
    /// <summary>What one value counts; none when there is no way to go. It divides only where the quotient cannot overflow.</summary>
    internal static TCell ScoreOf(in ProfileArithmetic<T> rule, T start, T target, T current)
    {
        var (way, gone) = (target - start, current - start);
        return way == T.Zero ? TKind.None : TKind.Of(rule.ScoreOf(rule.IsPlain ? Part(way, gone) : Quotient(way, gone)));
    }

    /// <summary>Objectives by their own key results, and with what is aligned to them.</summary>
    internal static void ScoreObjectives(
        OrganisationColumns index, in ProfileArithmetic<T> rule, ReadOnlySpan<T> weights, ReadOnlySpan<T> linkWeights, ReadOnlySpan<TCell> keyResults,
        Span<TCell> own, Span<TCell> objectives)
    {
        foreach (var objective in index.Order)
        {
            var combining = new ScoreCombining<T>(rule);
            var (all, count) = (T.Zero, 0);
            for (var place = index.KeyResultStarts[objective]; place < index.KeyResultStarts[objective + 1]; place++)
            {
                var each = index.KeyResultOrder is { } order ? order[place] : place;
                var share = weights.IsEmpty ? T.One : rule.ShareOf(weights[each]);
                if (share == T.Zero)
                {
                    continue;
                }

                all += share;
                count++;
                if (TKind.TryGet(keyResults[each], out var score))
                {
                    combining.Add(score, score, share);
                }
                else
                {
                    combining.AddMissing(share);
                }
            }

            var alone = combining;
            own[objective] = alone.TryResult(out var value, out _) ? TKind.Of(value) : TKind.None;
            objectives[objective] = index.LinkStarts[objective] == index.LinkStarts[objective + 1] ? own[objective]
                : Aligned(index, rule, linkWeights, objectives, objective, combining, ProfileArithmetic<T>.Average(all, count));
        }
    }

    /// <summary>Units over the objectives of the unit and below, each once by its own key results, or over their parts.</summary>
    internal static void ScoreUnits(OrganisationColumns index, ReadOnlySpan<TCell> own, Span<TCell> units, (T Sum, int Count)[] totals)
    {
        Array.Clear(totals);
        for (var each = 0; each < index.UnitOf.Length; each++)
        {
            if (index.UnitOf[each] is var unit and >= 0 && TKind.TryGet(own[each], out var score))
            {
                totals[unit] = (totals[unit].Sum + score, totals[unit].Count + 1);
            }
        }

        if (index.Profile.Combining.Units == UnitCombining.MeanOfUnits)
        {
            // The own objectives of a unit are one item beside the units below.
            for (var unit = 0; unit < totals.Length; unit++)
            {
                totals[unit] = totals[unit].Count == 0 ? totals[unit] : (totals[unit].Sum / T.CreateChecked(totals[unit].Count), 1);
            }
        }

        var isOnce = index.Profile.Combining.Units == UnitCombining.EachObjectiveOnce;
        var downwards = index.Units.Downwards;
        for (var position = downwards.Length - 1; position >= 0; position--)
        {
            var unit = downwards[position];
            var (sum, count) = totals[unit];
            var mean = count == 0 ? T.Zero : sum / T.CreateChecked(count);
            units[unit] = count == 0 ? TKind.None : TKind.Of(mean);
            if (index.Units.Parents[unit] is var parent and >= 0 && count > 0)
            {
                totals[parent] = isOnce ? (totals[parent].Sum + sum, totals[parent].Count + count) : (totals[parent].Sum + mean, totals[parent].Count + 1);
            }
        }
    }

    private static TCell Aligned(
        OrganisationColumns index, in ProfileArithmetic<T> rule, ReadOnlySpan<T> linkWeights, ReadOnlySpan<TCell> objectives, int objective,
        ScoreCombining<T> combining, T average)
    {
        var (first, end) = (index.LinkStarts[objective], index.LinkStarts[objective + 1]);
        var isAlignedKnown = false;
        for (var link = first; !isAlignedKnown && link < end; link++)
        {
            isAlignedKnown = (linkWeights.IsEmpty || linkWeights[link] > T.Zero) && TKind.TryGet(objectives[index.LinkChildren[link]], out _);
        }

        var own = rule.IsOwnMissingZero(combining.Counted > T.Zero, isAlignedKnown) ? combining.Counted + combining.Missing : combining.Counted;
        combining = rule.IsOwnFirst && own == T.Zero ? new(rule) : combining;
        combining.Scale(rule.OwnScale(average, own));
        for (var link = first; link < end && rule.CountsAligned(own == T.Zero); link++)
        {
            var share = rule.LinkOf(linkWeights.IsEmpty ? null : linkWeights[link], average, index.LinkSharedBy[link]);
            if (TKind.TryGet(objectives[index.LinkChildren[link]], out var score))
            {
                combining.Add(score, score, share);
            }
            else
            {
                combining.AddMissing(share);
            }
        }

        return combining.TryResult(out var value, out _) ? TKind.Of(value) : TKind.None;
    }

    private static T Part(T way, T gone) => way > T.Zero
        ? (gone <= T.Zero ? T.Zero : gone >= way ? T.One : gone / way)
        : (gone >= T.Zero ? T.Zero : gone <= way ? T.One : gone / way);

    private static T Quotient(T way, T gone) => T.Abs(gone) / ProfileArithmetic<T>.Largest >= T.Abs(way)
        ? (T.IsNegative(gone) == T.IsNegative(way) ? ProfileArithmetic<T>.Largest : -ProfileArithmetic<T>.Largest)
        : gone / way;
}
