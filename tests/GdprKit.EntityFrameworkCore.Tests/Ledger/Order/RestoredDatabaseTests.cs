using GdprKit.InMemory;
using GdprKit.Ledger;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.EntityFrameworkCore.Ledger;

/// <summary>An older copy of the database is put back, and the mirror knows better.</summary>
public sealed class RestoredDatabaseTests : LedgerHostTests
{
    private InMemoryLedgerMirror Mirror { get; } = new();

    [Fact]
    public async Task A_restored_database_is_behind_its_mirror_and_puts_nothing_in_order()
    {
        var copy = await OrderedAndCopiedAsync();
        await AppendAsync(2);
        (await PumpAsync(Mirror)).Mirror.State.Should().Be(MirrorState.Level);

        Restore(copy);
        await AppendAsync(1);
        var result = await PumpAsync(Mirror);

        (result.Ordered, result.Mirrored).Should().Be((0, 0));
        result.Mirror.Should().BeEquivalentTo(new { State = MirrorState.Behind, Size = 3L, MirrorSize = 5L, KnownMirrored = 3L });
    }

    [Fact]
    public async Task A_database_that_was_written_to_after_a_restore_has_diverged()
    {
        var copy = await OrderedAndCopiedAsync();
        await AppendAsync(2);
        await PumpAsync(Mirror);

        Restore(copy);
        await AppendAsync(1);
        (await PumpAsync(mirror: null)).Ordered.Should().Be(1, "who does not know of the mirror goes on");
        var result = await PumpAsync(Mirror);

        result.Mirror.Should().BeEquivalentTo(new { State = MirrorState.Diverged, Size = 4L, MirrorSize = 5L });
        result.Mirror.ToException()!.Id.Should().Be("GDPR3136");
        (await Mirror.ReadTipAsync(Token))!.Tree.Size.Should().Be(5, "nothing is written over what it holds");
    }

    [Fact]
    public async Task A_database_that_went_further_than_its_mirror_on_another_way_has_diverged_as_well()
    {
        var copy = await OrderedAndCopiedAsync();
        await AppendAsync(2);
        await PumpAsync(Mirror);

        Restore(copy);
        await AppendAsync(9);
        await PumpAsync(mirror: null);

        (await PumpAsync(Mirror)).Mirror.Should().BeEquivalentTo(new { State = MirrorState.Diverged, Size = 12L, MirrorSize = 5L });
    }

    private protected override Task<LedgerHost> CreateAsync() => LedgerHost.InSqliteAsync();

    private async Task<string> OrderedAndCopiedAsync()
    {
        await AppendAsync(3);
        await PumpAsync(Mirror);
        var copy = $"{File}.copy";
        await using var connection = new SqliteConnection(Host.ConnectionString);
        await using var into = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ConnectionString);
        await connection.OpenAsync(Token);
        await into.OpenAsync(Token);
        connection.BackupDatabase(into);
        return copy;
    }

    private string File => new SqliteConnectionStringBuilder(Host.ConnectionString).DataSource;

    private void Restore(string copy)
    {
        System.IO.File.Delete($"{File}-wal");
        System.IO.File.Delete($"{File}-shm");
        System.IO.File.Copy(copy, File, overwrite: true);
    }

    private async Task AppendAsync(int count)
    {
        await using var request = Host.Request();
        for (var i = 0; i < count; i++)
        {
            await request.ServiceProvider.GetRequiredService<LedgerStreams>().AppendAsync<Subscription>(Subscription.StreamOf(SubjectRef.New()), null, _ => [Subscription.Start()], Token);
        }
    }

    private async Task<SequencingResult> PumpAsync(ILedgerMirror? mirror)
    {
        await using var request = Host.Request();
        var services = request.ServiceProvider;
        return await new LedgerSequencer(services.GetRequiredService<ILedgerStore>(), services.GetRequiredService<ILedgerLog>(), Host.Clock, mirror).PumpAsync(Token);
    }
}
