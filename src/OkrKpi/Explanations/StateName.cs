using System.Globalization;
using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>What the library calls the states that reviews and scores show, so that a page or a report need not translate them itself.</summary>
/// <remarks>English and Vietnamese; any other language reads English. The names are those of the explanations.</remarks>
public static class StateName
{
    /// <summary>The name of a state, such as <c>behind</c> for <see cref="KpiStatus.Behind"/>, in Vietnamese <c>tụt hậu</c>.</summary>
    /// <param name="state">A <see cref="KpiStatus"/>, <see cref="Trend"/>, <see cref="PaceStatus"/>, <see cref="OkrNeedState"/>, <see cref="ProgressState"/>, <see cref="FindingSeverity"/> or <see cref="InitiativeStatus"/>.</param>
    /// <param name="culture">The language.</param>
    /// <returns>The name, in lower case.</returns>
    /// <exception cref="ArgumentException"><paramref name="state"/> is no such state, or undefined.</exception>
    public static string Of(Enum state, CultureInfo culture)
    {
        Guard.Against.Null(state);
        Guard.Against.Null(culture);
        return state is KpiStatus or Trend or PaceStatus or OkrNeedState or ProgressState or FindingSeverity or InitiativeStatus && Enum.IsDefined(state.GetType(), state)
            ? Words.Of($"{state.GetType().Name}.{state}", culture)
            : throw new ArgumentException($"{state.GetType().Name}.{state} is no state that a review shows.", nameof(state));
    }
}
