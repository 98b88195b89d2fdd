using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.InMemory.Retention;

/// <summary>What cannot be undone waits until its order lies outside of the database, where a restore cannot lose it.</summary>
public sealed class MirrorFirstTests : RunTest
{
    [Fact]
    public async Task The_approval_lies_in_the_mirror_before_the_first_row_goes()
    {
        var mirror = new InMemoryLedgerMirror();
        var mirrored = new List<EntryId>();
        Replace += services => services.AddSingleton<ILedgerMirror>(mirror);
        Between(async () => mirrored.AddRange((await mirror.ReadAsync(0, 100, Token)).Select(entry => entry.Entry!.Id)));
        Configure = options => options.NeedsSecondPerson = true;
        Bought(3);
        var id = await ApproveAsync();
        await Runs.ConfirmAsync(id, Colleague, Token);

        (await Runner.RunAsync(Token)).Run!.Run.Status.Should().Be(RunStatus.Completed);

        mirrored.Should().Contain(id).And.HaveCountGreaterThanOrEqualTo(2, "who confirmed it is part of the order");
    }

    [Fact]
    public async Task While_the_mirror_cannot_be_reached_nothing_goes()
    {
        Replace += services => services.AddSingleton(UnreachableMirror.Create());
        Bought(3);
        var id = await ApproveAsync();

        await Runner.Invoking(runner => runner.RunAsync(Token).AsTask()).Should().ThrowAsync<IOException>("that is what the mirror says");

        Buyers.Should().HaveCount(1);
        (await FindAsync(id)).Status.Should().Be(RunStatus.Approved);
    }
}
