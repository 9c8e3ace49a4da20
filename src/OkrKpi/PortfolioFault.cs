namespace OkrKpi;

/// <summary>What keeps given KPIs, objectives and measurements from being a <see cref="Portfolio"/>: where, and what to do about it.</summary>
/// <remarks>
/// Immutable; compared by reference. <see cref="Portfolio.Check"/> finds all of them, and <see cref="Portfolio.Of"/> refuses with the sentence of the first.
/// The places are those in the lists given, so that a host can answer a bulk upload row by row.
/// </remarks>
[JsonConverter(typeof(FormInJson))]
public sealed class PortfolioFault
{
    internal PortfolioFault(
        PortfolioFaultKind kind, int item, string sentence, KpiId? kpi = null, ObjectiveId? objective = null, KeyResultId? keyResult = null, int? part = null)
    {
        Kind = kind;
        Item = item;
        Part = part;
        Kpi = kpi;
        Objective = objective;
        KeyResult = keyResult;
        Sentence = sentence;
    }

    /// <summary>Which rule is broken. It tells which list <see cref="Item"/> and <see cref="Part"/> count in.</summary>
    public PortfolioFaultKind Kind { get; }

    /// <summary>
    /// The index, from 0, of the KPI, objective, series of measurements, learning or dismissal that is at fault, in the list it was given in.
    /// An owner that is unknown is a fault of its objective.
    /// </summary>
    public int Item { get; }

    /// <summary>
    /// The index, from 0, of the part of it that is at fault, as the <see cref="Kind"/> says; <see langword="null"/> when it is the item as a whole.
    /// </summary>
    public int? Part { get; }

    /// <summary>The KPI that is given twice, is not there or is measured; <see langword="null"/> when it is about something else.</summary>
    public KpiId? Kpi { get; }

    /// <summary>The objective at fault, or the one a learning comes from; <see langword="null"/> when it is about a KPI or its measurements.</summary>
    public ObjectiveId? Objective { get; }

    /// <summary>
    /// The key result of the objective that measures what is not there, or the one that is not there; <see langword="null"/> when it is about something else.
    /// </summary>
    public KeyResultId? KeyResult { get; }

    /// <summary>What is wrong and what to do, in English: the text of the exception.</summary>
    public string Sentence { get; }

    /// <summary>The sentence.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Sentence;
}
