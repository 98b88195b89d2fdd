using GdprKit.Ledger;

namespace GdprKit.Transparency;

public sealed class CheckpointTests : IDisposable
{
    private readonly NoteSigner _shop = NoteSigner.Create("shop.example/privacy");

    public void Dispose() => _shop.Dispose();

    [Fact]
    public void It_is_signed_by_its_ledger_and_read_again()
    {
        var tree = MerkleTree.Empty.Append(Enumerable.Range(0, 1_000).Select(place => MerkleTree.LeafOf([(byte)place])));
        var checkpoint = Checkpoint.Of("shop.example/privacy", tree);

        var read = Checkpoint.Open(checkpoint.Sign(_shop).ToString(), _shop.Verifier);

        read.Should().Be(checkpoint);
        (read.Size, read.Root).Should().Be((1_000, tree.Root));
    }

    [Fact]
    public void That_of_no_entries_has_the_root_of_nothing() =>
        Checkpoint.Of("shop.example/privacy", MerkleTree.Empty).ToString().Should().Be("shop.example/privacy\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");

    [Fact]
    public void It_is_signed_with_no_other_key_and_taken_from_none()
    {
        using var other = NoteSigner.Create("other.example");
        var checkpoint = Checkpoint.Of("shop.example/privacy", MerkleTree.Empty);

        checkpoint.Invoking(each => each.Sign(other)).Should().Throw<TransparencyException>().Which.Id.Should().Be("GDPR1407");
        FluentActions.Invoking(() => Checkpoint.Open(SignedNote.Sign(checkpoint.ToString(), other).ToString(), other.Verifier)).Should().Throw<TransparencyException>().Which.Id.Should().Be("GDPR1407");
    }

    [Fact]
    public void Lines_that_others_added_are_kept()
    {
        const string Text = "shop.example/privacy\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\none\ntwo\n";

        Checkpoint.Parse(Text).Extensions.Should().Equal("one", "two");
        Checkpoint.Parse(Text).ToString().Should().Be(Text);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("shop\n00\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("shop\n-1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("shop\n+1\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("shop\n1 \n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("shop\n9223372036854775808\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n")]
    [InlineData("shop\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuA==\n")]
    [InlineData("shop\n0\nno base64\n")]
    [InlineData("shop\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")]
    [InlineData("shop\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n\nafter an empty line\n")]
    [InlineData("shop\n0\n")]
    public void What_is_no_checkpoint_is_refused(string text) =>
        FluentActions.Invoking(() => Checkpoint.Parse(text)).Should().Throw<TransparencyException>().Which.Id.Should().Be("GDPR1406");
}
