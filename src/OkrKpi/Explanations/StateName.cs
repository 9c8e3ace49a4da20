using System.Globalization;
using Ardalis.GuardClauses;

namespace OkrKpi;

/// <summary>What the library calls the states that reviews and scores show, so that a page or a report need not translate them itself.</summary>
/// <remarks>
/// English and Vietnamese; any other language reads English. The names are those of the explanations: a state has one where it has words, and the states
/// themselves
/// are declared where they arise.
/// </remarks>
public static class StateName
{
    /// <summary>The name of a state, such as <c>behind</c> for <c>KpiStatus.Behind</c>, in Vietnamese <c>tụt lại</c>.</summary>
    /// <param name="state">A state of a KPI, trend, pace, progress, initiative, need or finding, or any other word of this library that its explanations
    /// use.</param>
    /// <param name="culture">The language.</param>
    /// <returns>The name, in lower case.</returns>
    /// <exception cref="ArgumentException"><paramref name="state"/> is no such state, or undefined.</exception>
    public static string Of(Enum state, CultureInfo culture)
    {
        Guard.Against.Null(state);
        Guard.Against.Null(culture);
        return (state.GetType().Assembly == typeof(StateName).Assembly ? Words.Find(Words.KeyOf(state), culture) : null)
            ?? throw new ArgumentException($"{Words.KeyOf(state)} is no state that a review shows.", nameof(state));
    }
}
