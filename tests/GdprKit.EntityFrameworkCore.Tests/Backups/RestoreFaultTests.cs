using GdprKit.EntityFrameworkCore.Retention;
using GdprKit.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace GdprKit.EntityFrameworkCore.Backups;

/// <summary>A restore that went wrong, or meets what went wrong elsewhere: it is told with the remedy, loses nothing, and goes on when that is mended.</summary>
public abstract class RestoreFaultTests(ClubhouseDatabase database) : RestoredWorkshop(database)
{
    [Theory]
    [InlineData("DELETE FROM gdpr_entry")]
    [InlineData("DELETE FROM gdpr_head")]
    [InlineData("DELETE FROM gdpr_order")]
    [InlineData("DELETE FROM gdpr_tip")]
    public async Task Tables_that_were_restored_in_part_are_found_and_a_whole_backup_mends_it(string lost)
    {
        var backup = await BackedUpThenErasedAsync();
        await RestoreAsync(backup);
        await WithAsync(context => context.Database.ExecuteSqlRawAsync(lost, Token));

        (await IsReplayedSoundlyAsync()).Should().BeFalse("something is missing that no replay brings back");
        await RestoreAsync(backup);

        (await IsReplayedSoundlyAsync()).Should().BeTrue();
        (await EmailsAsync()).Should().Equal(null, "somebody@example.nl");
    }

    [Fact]
    public async Task Of_two_instances_that_start_on_the_copy_one_replays_and_the_other_comes_to_the_same()
    {
        var backup = await BackedUpThenErasedAsync();
        await RestoreAsync(backup);
        Clock.AdvanceMinutes(1);
        await using var second = CreateHost();

        var reports = await Task.WhenAll(TryReplayAsync(Host), TryReplayAsync(second));

        reports.Where(report => report is not null).Should().NotBeEmpty().And.OnlyContain(report => report!.IsFinished);
        reports.Sum(report => report?.CountOf(RestoreFindingKind.ErasureRepeated) ?? 0).Should().Be(1, "one of them did it");
        (await EmailsAsync()).Should().Equal(null, "somebody@example.nl");
        (await RestoresAsync()).Should().ContainSingle().Which.Status.Should().Be(DatabaseRestoreStatus.Replayed);
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task With_a_clock_that_was_put_back_as_well_nothing_is_permitted_until_it_is_right()
    {
        var backup = await BackedUpThenErasedAsync();
        var now = Clock.GetCurrentInstant();
        await RestoreAsync(backup);
        Clock.Reset(Instant.FromUtc(2026, 11, 1, 8, 0));
        (await DecideAsync(Second)).Reason.Id.Should().Be("GDPR2153", "sizes and roots are compared, never times");

        var early = await ReplayAsync();
        (early.IsFinished, early.CountOf(RestoreFindingKind.EntriesRestored) > 0, early.CountOf(RestoreFindingKind.ErasureWaiting)).Should().Be((false, true, 1), "the erasure was ordered at a moment that is still to come");
        (await DecideAsync(Second)).Permitted.Should().BeFalse();
        Clock.Reset(now + Duration.FromMinutes(1));
        var report = await ReplayAsync();

        (report.IsFinished, report.CountOf(RestoreFindingKind.ErasureRepeated)).Should().Be((true, 1));
        (await EmailsAsync()).Should().Equal(null, "somebody@example.nl");
        await ShouldBeSoundAsync();
    }

    [Fact]
    public async Task A_mirror_that_lost_its_end_is_told_and_nothing_is_taken_for_whole()
    {
        var backup = await BackedUpThenErasedAsync();
        var segments = Directory.GetFiles(MirrorFolder, "*", SearchOption.AllDirectories).ToDictionary(path => path, File.ReadAllBytes);
        await RestoreAsync(backup);
        foreach (var path in Longest(segments))
        {
            await File.WriteAllBytesAsync(path, segments[path][..(segments[path].Length / 2)], Token);
        }

        await using (var restarted = CreateHost())
        {
            (await TryAsync(restarted)).Should().NotBeNull("somebody has to know").And.StartWith("GDPR31");
        }

        (await EmailsAsync()).Should().NotContainNulls("nothing was touched");
        foreach (var (path, bytes) in segments)
        {
            await File.WriteAllBytesAsync(path, bytes, Token);
        }

        await using var mended = CreateHost();
        (await TryAsync(mended)).Should().BeNull();
        (await EmailsAsync()).Should().Equal(null, "somebody@example.nl");
    }

    private static IEnumerable<string> Longest(Dictionary<string, byte[]> files) => files.OrderByDescending(file => file.Value.Length).Take(1).Select(file => file.Key);

    private async Task<string> BackedUpThenErasedAsync()
    {
        await PutAsync(clients: 2);
        await LinkAsync(First);
        await HandleAsync<Objections, Objection>(objections => objections.ObjectToMarketingAsync(First, cancellationToken: Token));
        await PumpAsync();
        var backup = await BackUpAsync();
        await ErasedAsync(First);
        return backup;
    }

    // A replay is refused, or what it leaves is found to be damaged by who verifies it.
    private async Task<bool> IsReplayedSoundlyAsync()
    {
        if (await TryAsync(Host) is { } refusal)
        {
            refusal.Should().StartWith("GDPR3");
            return false;
        }

        return (await HandleAsync<LedgerVerification, VerificationReport>(verification => verification.VerifyAsync(cancellationToken: Token))).IsSound;
    }

    private static async Task<string?> TryAsync(IServiceProvider host)
    {
        try
        {
            await using var scope = host.CreateAsyncScope();
            (await scope.ServiceProvider.GetRequiredService<DatabaseRestores>().ReplayAsync(Owner, cancellationToken: Token)).IsFinished.Should().BeTrue();
            return null;
        }
        catch (LedgerException refusal)
        {
            return refusal.Message;
        }
    }

    private static Task<RestoreReport?> TryReplayAsync(IServiceProvider host) => Task.Run(async () =>
    {
        try
        {
            await using var scope = host.CreateAsyncScope();
            return await scope.ServiceProvider.GetRequiredService<DatabaseRestores>().ReplayAsync(Owner, cancellationToken: Token);
        }
        catch (InvalidOperationException elsewhere) when (elsewhere.Message.StartsWith("GDPR1800", StringComparison.Ordinal))
        {
            return null;
        }
    });
}
