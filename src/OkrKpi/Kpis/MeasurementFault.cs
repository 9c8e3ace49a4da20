namespace OkrKpi;

/// <summary>What is wrong with one of many measurements: which one, and what to do about it.</summary>
/// <remarks>
/// Immutable, so safe for any number of threads; compared by reference. <see cref="Kpi.Check"/> finds them, so that a host can answer a bulk upload row by row.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class MeasurementFault
{
    internal MeasurementFault(int index, Measurement measurement, string sentence) => (Index, Measurement, Sentence) = (index, measurement, sentence);

    /// <summary>The index, from 0, in the rows that were given.</summary>
    public int Index { get; }

    /// <summary>The measurement at fault.</summary>
    public Measurement Measurement { get; }

    /// <summary>What is wrong and what to do, in English: the text of the exception that refuses it.</summary>
    public string Sentence { get; }

    /// <summary>The index and the sentence.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => FormattableString.Invariant($"{Index}: {Sentence}");
}
