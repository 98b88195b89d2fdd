using GdprKit.Ledger;

namespace GdprKit.InMemory.Ledger;

/// <summary>What is signed goes to the mirror, and who rewrites the ledger does not fit it any more.</summary>
public sealed class CheckpointTests : IDisposable
{
    private readonly LedgerWorld _world = new();

    private readonly PlainSigner _signer = new("shop");

    public CheckpointTests() => _world.Signer = _signer;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private LedgerVerification Verification => VerificationOver(_signer);

    public void Dispose() => _world.Dispose();

    [Fact]
    public async Task The_mirror_keeps_a_signed_checkpoint_over_all_that_it_holds()
    {
        foreach (var count in new[] { 3, 700, 1 })
        {
            await _world.AppendAsync(count);
            (await _world.Sequencer.PumpAsync(Token)).Unsigned.Should().BeNull();

            var tip = (await _world.Log.ReadTipAsync(Token))!.Tree;
            (await _world.Mirror.ReadCheckpointAsync(Token)).Should().Be(_signer.Sign(tip.Size, tip.Root));
            (await Verification.VerifyAsync(cancellationToken: Token)).Findings.Should().BeEmpty();
        }
    }

    [Fact]
    public async Task Without_the_key_entries_are_mirrored_all_the_same_and_it_is_told()
    {
        await _world.AppendAsync(2);
        await _world.Sequencer.PumpAsync(Token);
        var signed = await _world.Mirror.ReadCheckpointAsync(Token);
        _signer.Fault = new TimeoutException("The key service does not answer.");

        await _world.AppendAsync(2);
        var result = await _world.Sequencer.PumpAsync(Token);

        (result.Mirrored, result.Mirror.State, result.Unsigned).Should().Be((2, MirrorState.Level, _signer.Fault));
        (await _world.Mirror.ReadCheckpointAsync(Token)).Should().Be(signed);
        _signer.Fault = null;
        (await Verification.VerifyAsync(cancellationToken: Token)).Findings.Should().BeEmpty("an older checkpoint fits as well");
    }

    [Fact]
    public async Task A_checkpoint_over_another_history_is_found()
    {
        await _world.AppendAsync(5);
        await _world.Sequencer.PumpAsync(Token);
        var held = (await _world.Mirror.ReadTipAsync(Token))!;

        foreach (var checkpoint in new[] { _signer.Sign(3, held.Tree.Root), _signer.Sign(held.Tree.Size, MerkleTree.Empty.Root), _signer.Sign(6, held.Tree.Root), _signer.Sign(-1, held.Tree.Root) })
        {
            (await Verification.FitsAsync(checkpoint, Token)).Should().BeFalse();
        }

        (await Verification.FitsAsync(_signer.Sign(0, MerkleTree.Empty.Root), Token)).Should().BeTrue();
        (await Verification.FitsAsync(_signer.Sign(3, await _world.Mirror.ReadRootAsync(3, Token)), Token)).Should().BeTrue();
    }

    [Fact]
    public async Task A_checkpoint_of_the_mirror_that_another_key_signed_is_found()
    {
        await _world.AppendAsync(5);
        await _world.Sequencer.PumpAsync(Token);

        var report = await VerificationOver(new PlainSigner("another shop")).VerifyAsync(cancellationToken: Token);

        report.Findings.Should().ContainSingle().Which.Fault.Should().Be(VerificationFault.CheckpointUnfit);
    }

    [Fact]
    public async Task A_checkpoint_that_cannot_be_opened_does_not_pass_for_right()
    {
        await _world.AppendAsync(5);
        await _world.Sequencer.PumpAsync(Token);
        _signer.Fault = new TimeoutException();

        (await Verification.VerifyAsync(cancellationToken: Token)).Findings.Should().ContainSingle().Which.Fault.Should().Be(VerificationFault.CheckpointUnfit);
    }

    [Fact]
    public async Task In_an_older_database_the_checkpoint_of_what_was_lost_fits_the_mirror()
    {
        await _world.AppendAsync(5);
        await _world.Sequencer.PumpAsync(Token);
        using var restored = new LedgerWorld();

        var verification = new LedgerVerification(restored.Store, restored.Log, [], _world.Clock, _world.Mirror, _signer);

        (await verification.VerifyAsync(cancellationToken: Token)).Findings.Select(finding => finding.Fault).Should().NotContain(VerificationFault.CheckpointUnfit).And.Contain(VerificationFault.MirrorUnfit);
        var held = (await _world.Mirror.ReadTipAsync(Token))!.Tree;
        (await verification.FitsAsync(_signer.Sign(held.Size, held.Root), Token)).Should().BeTrue();
        (await verification.FitsAsync(_signer.Sign(held.Size, MerkleTree.Empty.Root), Token)).Should().BeFalse();
    }

    [Fact]
    public async Task Where_nothing_opens_checkpoints_it_is_said()
    {
        var asking = async () => await new LedgerVerification(_world.Store, _world.Log, [], _world.Clock).FitsAsync("shop 0 x", Token);

        (await asking.Should().ThrowAsync<LedgerException>()).Which.Id.Should().Be("GDPR3126");
    }

    private LedgerVerification VerificationOver(ICheckpointVerifier verifier) => new(_world.Store, _world.Log, [Subscription.Fold], _world.Clock, _world.Mirror, verifier);
}
