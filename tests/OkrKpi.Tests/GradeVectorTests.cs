using System.Text.Json;

namespace OkrKpi.Tests;

/// <summary>Grades, outcomes and confidences against what products, books and trackers publish.</summary>
public class GradeVectorTests
{
    private const string Products = ScoringVectors.Products;
    private const string Peers = ScoringVectors.Peers;
    private const string Hand = ScoringVectors.Hand;

    [Theory]
    [VectorsOf(Products, "score-band")]
    public void Band_of_a_score(ScoringVectorCase vector)
    {
        var scale = vector.Origin switch
        {
            "Atlassian Goals" => GradeScale.Atlassian,
            "Microsoft Viva Goals" => vector.Text("ambition") == "aspirational" ? GradeScale.VivaAspirational : GradeScale.VivaCommitted,
            _ => vector.Profile.Grades,
        };
        var expected = vector.Expected.TryGetProperty("band", out var band) ? band : vector.Expected.GetProperty("status");
        Assert.Equal(expected.GetString(), scale.BandOf(vector.Number("score")).Name);
    }

    [Theory]
    [VectorsOf(Products, "score-anchor")]
    public void Words_for_scores(ScoringVectorCase vector)
    {
        var anchors = vector.Input.GetProperty("anchors");
        var goal = Goal.Ordinal(anchors[1].GetString()!, anchors[2].GetString()!, anchors[3].GetString()!);
        Assert.Equal(
            ScoringVectorCase.Numbers(vector.Expected.GetProperty("scores")), Enum.GetValues<Zone>().Order().Select(zone => goal.Progress(zone).Score));
    }

    [Theory]
    [VectorsOf(Hand, "grade-band")]
    public void Bands_cut_at_thirds(ScoringVectorCase vector) => Assert.Equal(
        vector.Expected.GetProperty("bands").EnumerateArray().Select(band => band.GetString()),
        vector.List("percent").Select(percent => GradeScale.Qulture.BandOf(percent / 100m).Name));

    [Theory]
    [VectorsOf(Peers, "status_band")]
    public void Bands_of_ones_own_have_no_gaps(ScoringVectorCase vector)
    {
        var label = vector.Expected.GetProperty("label").GetString();
        if (vector.Optional("progress_percent") is not { } percent)
        {
            Assert.Equal("NO_DATA", label);
            Assert.Null(ScoringProfile.Default.Combine(ScorePart.Of((decimal?)null)).Score);
            return;
        }

        // Given as text, the default bands are whole numbers with gaps between 59 and 60, 79 and 80, 99 and 100: a defect, so the case's answer is not wanted.
        var bands = vector.Input.GetProperty("bands");
        (decimal From, string Label)[] listed = bands.ValueKind == JsonValueKind.String
            ? [(0m, "0"), (60m, "60"), (80m, "80"), (100m, "100")]
            : [
                .. bands.EnumerateArray()
                    .Select(band => (band.GetProperty("min").GetDecimal(), band.GetProperty("label").GetString()!))
                    .OrderBy(band => band.Item1)
            ];
        var grade = GradeScale.Of("NO_DATA", listed.Select(band => GradeBand.Starting(band.From, band.Label))).BandOf(percent);
        if (vector.Note.Contains("DEFECT", StringComparison.Ordinal))
        {
            Assert.NotEqual(label, grade.Name);
            Assert.Equal(listed.Last(band => band.From <= percent).Label, grade.Name);
            return;
        }

        Assert.Equal(label, grade.Name);
    }

    [Theory]
    [VectorsOf(Peers, "kr_status")]
    [VectorsOf(Peers, "kr_on_track")]
    [VectorsOf(Peers, "status_from_progress")]
    public void Status_from_progress_alone(ScoringVectorCase vector)
    {
        var progress = vector.Optional("progress_percent") / 100m
            ?? Goal.FromTo(vector.Optional("baseline") ?? 0m, vector.Number("target"))
                                        .Progress(vector.Optional("current") ?? vector.Optional("baseline") ?? 0m).Score!.Value;
        if (vector.Expected.TryGetProperty("on_track", out var onTrack))
        {
            Assert.Equal(onTrack.GetBoolean() ? "OnTrack" : "OffTrack", GradeScale.Of("OffTrack", GradeBand.Starting(0.7m, "OnTrack")).BandOf(progress).Name);
            return;
        }

        // Above nothing and up to done the trackers differ in their words.
        var smallest = 0.000_001m;
        var scale = vector.Expected.GetProperty("status").GetString() is "active" or "done" or "not_started"
            ? GradeScale.Of("not_started", GradeBand.Starting(smallest, "active"), GradeBand.Starting(1m, "done"))
            : vector.Is("frappe") ? GradeScale.Of("Pending", GradeBand.Starting(smallest, "In Progress"), GradeBand.Starting(1m, "Completed"))
            : vector.Kind == "status_from_progress" ? GradeScale.Of(
                "not-started", GradeBand.Starting(smallest, "in-progress"), GradeBand.Starting(1m, "completed"))
            : GradeScale.Of("off-track", GradeBand.Starting(0.3m, "at-risk"), GradeBand.Starting(0.7m, "on-track"), GradeBand.Starting(1m, "completed"));
        Assert.Equal(vector.Expected.GetProperty("status").GetString(), scale.BandOf(progress).Name);
    }

    [Theory]
    [VectorsOf(Peers, "kr_partition")]
    public void Key_results_parted_by_band(ScoringVectorCase vector)
    {
        var scale = GradeScale.Of("at_risk", GradeBand.Starting(0.7m, "on_track"), GradeBand.Starting(1m, "completed"));
        var percents = vector.List("key_results");
        foreach (var expected in vector.Expected.EnumerateObject())
        {
            Assert.Equal(
                ScoringVectorCase.Numbers(expected.Value),
                percents.Where(percent => scale.BandOf(percent / 100m).Name == expected.Name).Select(percent => (decimal?)percent));
        }
    }

    [Theory]
    [VectorsOf(Hand, "success-by-type")]
    public void Success_depends_on_what_was_promised(ScoringVectorCase vector)
    {
        var outcomes = vector.Input.GetProperty("items").EnumerateArray().Select(item =>
            (item.GetProperty("type").GetString() == "committed" ? ObjectiveKind.Committed : ObjectiveKind.Aspirational)
                .OutcomeOf(item.GetProperty("score").GetDecimal()));
        Assert.Equal(
            vector.Expected.GetProperty("success")
                .EnumerateArray()
                .Select(each => each.ValueKind switch { JsonValueKind.True => Outcome.Success, JsonValueKind.Null => Outcome.Near, _ => Outcome.Missed }),
            outcomes);
    }

    [Theory]
    [VectorsOf(Hand, "sweet-spot")]
    public void Sweet_spot_of_a_set_of_grades(ScoringVectorCase vector)
    {
        var readings = vector.List("averages").Select(average => SweetSpot.Google.Read(average)).ToArray();
        Assert.Equal(
            vector.Expected.GetProperty("inSweetSpot").EnumerateArray().Select(each => each.GetBoolean()),
            readings.Select(reading => reading == SweetSpotReading.InSweetSpot));
        Assert.Equal(
            vector.Expected.GetProperty("reading").EnumerateArray().Select(each => each.GetString()),
            readings.Select(reading => reading switch { SweetSpotReading.Low => "low", SweetSpotReading.TooEasy => "too easy", _ => "ok" }));
    }

    [Theory]
    [VectorsOf(Products, "confidence-band")]
    public void Band_of_a_confidence(ScoringVectorCase vector)
    {
        var scale = vector.Has("bands")
            ? GradeScale.Of("below", vector.Input.GetProperty("bands").EnumerateArray().Select(
                band => GradeBand.Starting(band.GetProperty("from").GetDecimal(), band.GetProperty("status").GetString()!)).OrderBy(band => band.From))
            : GradeScale.KoanConfidence;
        var mark = Confidence.OutOfTen(vector.Optional("confidence", "score")!.Value).Probability * 10m;
        Assert.Equal(vector.Expected.GetProperty("status").GetString(), scale.BandOf(mark).Name);
    }

    [Theory]
    [VectorsOf(Products, "confidence-initial")]
    public void A_stretch_starts_at_fifty_fifty(ScoringVectorCase vector) =>
        vector.AssertNumber(vector.Expected.GetProperty("initialConfidence"), Confidence.FiftyFifty.Probability * vector.Number("scaleMax"));

    [Theory]
    [VectorsOf(Products, "confidence-net")]
    public void Net_confidence(ScoringVectorCase vector) =>
        vector.AssertNumber(
            vector.Expected.GetProperty("ncs"),
            ConfidenceStatistics.Net((int)vector.Number("onTrack"), (int)vector.Number("atRisk"), (int)vector.Number("offTrack")));

    [Theory]
    [VectorsOf(Products, "confidence-rollup-weighted")]
    public void Confidence_of_an_objective(ScoringVectorCase vector)
    {
        var cycle = Cycle.Quarter(2026, 1);
        var objective = vector.Input.GetProperty("items").EnumerateArray()
            .Select((item, index) => KeyResult.Define($"kr{index}", $"kr{index}", Unit.Percent, Goal.FromTo(0m, 1m))
                .Weighing(item.GetProperty("weight").GetDecimal())
                .With(CheckIn.WithoutValue(cycle.Start).With(Confidence.OutOfTen(item.GetProperty("confidence").GetDecimal()))))
            .Aggregate(Objective.Define("o", "An objective", cycle), (each, keyResult) => each.With(keyResult));
        var mark = objective.Score(cycle.Start, vector.Profile).Confidence!.Value.Probability * 10m;
        vector.AssertNumber(vector.Expected.GetProperty("objectiveConfidence"), mark);
        if (vector.Expected.TryGetProperty("displayed", out var displayed))
        {
            Assert.Equal(displayed.GetDecimal(), DisplayRounding.To(0, RoundingMode.HalfUp).Round(mark));
        }
    }

    [Theory]
    [VectorsOf(Peers, "okr_validation")]
    public void A_confidence_beyond_its_scale_is_refused(ScoringVectorCase vector)
    {
        var refusal = Record.Exception(() => Confidence.Of((vector.Optional("confidence") ?? 50m) / 100m));
        Assert.Equal(vector.Expected.GetProperty("valid").GetBoolean(), refusal is null);
    }
}
