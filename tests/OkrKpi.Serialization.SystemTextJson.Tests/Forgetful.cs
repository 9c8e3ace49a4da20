using System.Text.Json.Serialization;

namespace OkrKpi.Serialization.SystemTextJson.Tests;

/// <summary>A type of a user.</summary>
public sealed class Forgetful
{
    public Unit? Unit { get; set; }

    public Target? Target { get; set; }

    public ReportingPeriod? Period { get; set; }

    public Progress Progress { get; set; }

    public Kpi? Kpi { get; set; }

    public IReadOnlyList<Objective>? Objectives { get; set; }

    public Goal? Goal { get; set; }

    public OkrNeedRule? Rule { get; set; }

    public ScoringProfile? Profile { get; set; }

    public ReviewOptions? Options { get; set; }

    public KpiId? Id { get; set; }
}

/// <summary>The context of a user who forgot ours.</summary>
[JsonSerializable(typeof(Forgetful))]
public sealed partial class ForgetfulContext : JsonSerializerContext;
