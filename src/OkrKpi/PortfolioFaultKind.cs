namespace OkrKpi;

/// <summary>Which rule of a <see cref="Portfolio"/> a <see cref="PortfolioFault"/> breaks.</summary>
public enum PortfolioFaultKind
{
    /// <summary>A KPI has the id of one before it.</summary>
    KpiGivenTwice = 1,

    /// <summary>An objective has the id of one before it.</summary>
    ObjectiveGivenTwice = 2,

    /// <summary>There are two series of measurements of one KPI.</summary>
    MeasurementsGivenTwice = 3,

    /// <summary>An objective addresses a KPI that is not there; the part is the index in <see cref="Objective.Addresses"/>.</summary>
    AddressesUnknownKpi = 4,

    /// <summary>A key result measures a KPI that is not there; the part is the index in <see cref="Objective.KeyResults"/>.</summary>
    MeasuresUnknownKpi = 5,

    /// <summary>An objective is aligned to one that is not there; the part is the index in <see cref="Objective.Alignments"/>.</summary>
    AlignedToUnknownObjective = 6,

    /// <summary>
    /// An objective is aligned to a key result that the other objective does not have; the part is the index in <see cref="Objective.Alignments"/>.
    /// </summary>
    AlignedToUnknownKeyResult = 7,

    /// <summary>
    /// An objective contributes, in the end, to itself; the part is the index in <see cref="Objective.Alignments"/> of the link that leads on. Told once for
    /// each circle.
    /// </summary>
    ContributesToItself = 8,

    /// <summary>An objective carries on, in the end, itself. Told once for each circle.</summary>
    CarriesOnItself = 9,

    /// <summary>There are measurements of a KPI that is not there.</summary>
    MeasurementsOfUnknownKpi = 10,

    /// <summary>
    /// A measurement lacks what the aggregation of its KPI needs, or has what it cannot use; the part is the index in
    /// <see cref="MeasurementSeries.Measurements"/>.
    /// </summary>
    MeasurementDoesNotFit = 11,

    /// <summary>A learning comes from an objective that is not there.</summary>
    LearningFromUnknownObjective = 12,

    /// <summary>A need is dismissed of a KPI that is not there.</summary>
    DismissalOfUnknownKpi = 13,

    /// <summary>The owner of an objective is no unit of the organisation, or, with a part, the one at that index in <see cref="Objective.Sharers"/>.</summary>
    OwnerNotInOrganisation = 14,

    /// <summary>An objective contributes to another whose pinned shares take the whole, so that nothing is left for it.</summary>
    AlignedToPinnedWhole = 15,
}
