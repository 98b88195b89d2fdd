using GdprKit.Ledger;

namespace GdprKit.Transparency;

/// <summary>A tree in a folder, from which somebody who has nothing else verifies it.</summary>
public sealed class TileFolderTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-tiles-");

    private readonly NoteSigner _shop = NoteSigner.Create("shop.example/privacy");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _shop.Dispose();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(70_000)]
    public async Task Its_root_and_proofs_are_read_from_the_files_alone(int size)
    {
        await WriteAsync(size);

        var checkpoint = Checkpoint.Open(await File.ReadAllTextAsync(PathOf("checkpoint"), Token), _shop.Verifier);
        var proofs = new MerkleProofs(new TileNodes(_folder.FullName, checkpoint.Size));
        (await proofs.RootAsync(size, Token)).Should().Be(checkpoint.Root).And.Be(Tree(size).Root);
        foreach (var index in new[] { 0, size / 3, size - 1 }.Where(index => index >= 0 && index < size))
        {
            (await proofs.ProveInclusionAsync(index, size, Token)).Verifies(Leaf(index), checkpoint.Root).Should().BeTrue("of {0}", index);
        }

        foreach (var from in new[] { 1, size / 2, size }.Where(from => from >= 1 && from <= size))
        {
            (await proofs.ProveConsistencyAsync(from, size, Token)).Verifies(Tree(from).Root, checkpoint.Root).Should().BeTrue("from {0}", from);
        }
    }

    [Fact]
    public async Task The_files_are_those_of_the_layout()
    {
        await WriteAsync(70_000);

        var files = Files();
        files.Should().HaveCount(1 + (2 * 274) + 3, "the checkpoint; 273 full tiles and bundles, and one partial of each; above the tiles two, and above those one")
            .And.Contain(["checkpoint", "tile/0/000", "tile/0/273.p/112", "tile/entries/000", "tile/entries/273.p/112", "tile/1/000", "tile/1/001.p/17", "tile/2/000.p/1"]);
        new FileInfo(PathOf("tile/0/000")).Length.Should().Be(256 * 32);
        (await File.ReadAllBytesAsync(PathOf("tile/entries/000"), Token)).Should().HaveCount(256 * 34).And.StartWith([0, 32]);
    }

    [Fact]
    public async Task What_is_written_later_grows_out_of_what_was_there()
    {
        await WriteAsync(300);
        var first = await File.ReadAllBytesAsync(PathOf("tile/0/000"), Token);
        await WriteAsync(700);

        (await File.ReadAllBytesAsync(PathOf("tile/0/000"), Token)).Should().Equal(first);
        Files().Should().NotContain("tile/0/001.p/44", "it is full by now").And.Contain("tile/0/002.p/188");
    }

    [Fact]
    public async Task Another_tree_is_not_written_over_it()
    {
        await WriteAsync(300);
        var before = await File.ReadAllTextAsync(PathOf("checkpoint"), Token);

        (await RefusalAsync(Entries(700).Select(entry => Digest.Of([7]).CompareTo(entry) < 0 ? entry : Digest.Of([8])))).Should().Be("GDPR3401");
        (await RefusalAsync(Entries(200))).Should().Be("GDPR3401", "it lost entries that were committed to");
        (await RefusalAsync(Entries(299).Append(Digest.Of([8])))).Should().Be("GDPR3401", "no full tile tells them apart, but the checkpoint does");
        (await File.ReadAllTextAsync(PathOf("checkpoint"), Token)).Should().Be(before);
    }

    [Fact]
    public async Task Entries_that_do_not_come_to_the_checkpoint_are_not_committed_to()
    {
        var checkpoint = Checkpoint.Of("shop.example/privacy", Tree(10)).Sign(_shop);

        (await new TileFolder(_folder.FullName).Awaiting(each => each.WriteAsync(Entries(11).ToAsyncEnumerable(), checkpoint, Token).AsTask()).Should().ThrowAsync<TransparencyException>())
            .Which.Id.Should().Be("GDPR3400");
        File.Exists(PathOf("checkpoint")).Should().BeFalse();
    }

    [Fact]
    public async Task What_was_left_of_a_writer_that_was_stopped_stands_in_nobodys_way()
    {
        await RefusedAsync(Entries(600).Append(Digest.Of([8])), Checkpoint.Of("shop.example/privacy", Tree(3)));
        Files().Should().Contain("tile/0/001").And.NotContain("checkpoint");

        var others = Entries(600).Select(entry => Digest.Of(entry.ToString().Select(letter => (byte)letter).ToArray())).ToList();
        var tree = MerkleTree.Empty.Append(others.Select(MerkleTree.LeafOf));
        await new TileFolder(_folder.FullName).WriteAsync(others.ToAsyncEnumerable(), Checkpoint.Of("shop.example/privacy", tree).Sign(_shop), Token);

        (await new MerkleProofs(new TileNodes(_folder.FullName, 600)).RootAsync(600, Token)).Should().Be(tree.Root);
    }

    [Fact]
    public async Task A_tile_that_is_missing_or_cut_off_is_told()
    {
        await WriteAsync(600);
        var proofs = new MerkleProofs(new TileNodes(_folder.FullName, 600));

        await File.WriteAllBytesAsync(PathOf("tile/0/001"), [1, 2, 3], Token);
        (await proofs.Awaiting(each => each.ProveInclusionAsync(300, 600, Token).AsTask()).Should().ThrowAsync<TransparencyException>()).Which.Id.Should().Be("GDPR3402");
        File.Delete(PathOf("tile/0/001"));
        (await proofs.Awaiting(each => each.ProveInclusionAsync(300, 600, Token).AsTask()).Should().ThrowAsync<TransparencyException>()).Which.Message.Should().Contain("'tile/0/001'");
        (await proofs.Awaiting(each => each.RootAsync(601, Token).AsTask()).Should().ThrowAsync<TransparencyException>("it has 600 leaves")).Which.Id.Should().Be("GDPR3402");
    }

    private static IEnumerable<Digest> Entries(int size) => Enumerable.Range(0, size).Select(place => Digest.Of(BitConverter.GetBytes(place)));

    private static Digest Leaf(int place) => MerkleTree.LeafOf(Digest.Of(BitConverter.GetBytes(place)));

    private static MerkleTree Tree(int size) => MerkleTree.Empty.Append(Entries(size).Select(MerkleTree.LeafOf));

    private async Task WriteAsync(int size) =>
        (await new TileFolder(_folder.FullName).WriteAsync(Entries(size).ToAsyncEnumerable(), Checkpoint.Of("shop.example/privacy", Tree(size)).Sign(_shop), Token)).Should().Be(Tree(size));

    private async Task<string> RefusalAsync(IEnumerable<Digest> entries)
    {
        var others = entries.ToList();
        return await RefusedAsync(others, Checkpoint.Of("shop.example/privacy", MerkleTree.Empty.Append(others.Select(MerkleTree.LeafOf))));
    }

    private async Task<string> RefusedAsync(IEnumerable<Digest> entries, Checkpoint checkpoint) =>
        (await new TileFolder(_folder.FullName).Awaiting(each => each.WriteAsync(entries.ToAsyncEnumerable(), checkpoint.Sign(_shop), Token).AsTask()).Should().ThrowAsync<TransparencyException>()).Which.Id;

    private string PathOf(string file) => Path.Combine(_folder.FullName, file);

    private List<string> Files() => [.. _folder.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(_folder.FullName, file.FullName).Replace('\\', '/'))];
}
