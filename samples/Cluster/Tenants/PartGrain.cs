using System.Security.Cryptography;
using System.Text;
using Cluster.Tables;

namespace Cluster.Tenants;

/// <summary>
/// A part of all organisations. It is reminded once an hour and asks who has no review of the last Sunday: nearly always nobody, and after an hour in which
/// no silo was up nothing is missing.
/// </summary>
internal sealed class PartGrain(TenantStore store, TimeProvider clock) : Grain, IPartGrain, IRemindable
{
    public const int Parts = 32;

    private const int AtOnce = 16;
    private const string WeeklyReview = "weekly-review";

    /// <summary>The part of an organisation, the same on every silo.</summary>
    public static int PartOf(string org) => SHA256.HashData(Encoding.UTF8.GetBytes(org))[0] % Parts;

    public async Task StartAsync()
    {
        if (await this.GetReminder(WeeklyReview) is null)
        {
            await this.RegisterOrUpdateReminder(WeeklyReview, TimeSpan.FromMinutes(1), TimeSpan.FromHours(1));
        }
    }

    public Task ReceiveReminder(string reminderName, TickStatus status) =>
        ReviewWeeksAsync(ReviewDates.LastSunday(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)));

    public async Task<IReadOnlyList<IndustryCount>> ReportAsync(DateOnly asOf) =>
        IndustryCount.Sum((await OfEachAsync(await store.OrganisationsAsync(Number), each => each.CountNeedsAsync(asOf))).OfType<IndustryCount>());

    public async Task<int> ReviewWeeksAsync(DateOnly asOf) =>
        (await OfEachAsync(await store.UnreviewedAsync(Number, asOf), each => each.ReviewWeekAsync(asOf))).Count(isNew => isNew);

    private int Number => (int)this.GetPrimaryKeyLong();

    // One that fails is told of when all were asked: it holds up nobody.
    private async Task<T[]> OfEachAsync<T>(IEnumerable<string> organisations, Func<IOrganisationGrain, Task<T>> ask)
    {
        var answers = new List<Task<T>>();
        foreach (var some in organisations.Chunk(AtOnce))
        {
            answers.AddRange(some.Select(org => Patience.TryAsync(() => ask(GrainFactory.GetGrain<IOrganisationGrain>(org)))));
            await Task.WhenAll(answers.TakeLast(some.Length).Cast<Task>())
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        }

        return await Task.WhenAll(answers);
    }
}
