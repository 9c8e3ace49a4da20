namespace OkrKpi.OperatingCharacteristics;

/// <summary>A table of cases; where a cell is <see langword="null"/> there is no such case.</summary>
public sealed record Table(string Title, string Corner, string[] Columns, (string Name, Cell?[] Cells)[] Rows);
