namespace OkrKpi.OperatingCharacteristics;

/// <summary>What share of runs said moved and worsened, and had 0 in the 90 % interval; in percent.</summary>
public readonly record struct Shares(double Moved, double Worsened, double Held);
