using GdprKit.Ledger;

namespace GdprKit.Transparency;

/// <summary>A ledger in a folder, added to as it grows.</summary>
public sealed class LedgerTilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-tiles-");

    private readonly Signing _signer = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        _signer.Dispose();
    }

    [Fact]
    public async Task A_ledger_that_grows_is_proven_from_the_files_alone()
    {
        var (log, roots) = (new ListedLog([]), new List<(int Size, Digest Root)>());
        foreach (var size in new[] { 0, 1, 255, 256, 257, 512, 700, 66_000, 66_048, 70_000 })
        {
            log.Entries.AddRange(Entries(log.Entries.Count, size));
            (await WriteAsync(log)).Size.Should().Be(size);

            var checkpoint = await OpenAsync();
            roots.Add((size, checkpoint.Root));
            var proofs = new MerkleProofs(new TileNodes(_folder.FullName, size));
            (await proofs.RootAsync(size, Token)).Should().Be(checkpoint.Root).And.Be(MerkleTree.Empty.Append(log.Entries.Select(MerkleTree.LeafOf)).Root);
            foreach (var index in new[] { 0, size / 3, size - 1 }.Where(index => index >= 0 && index < size))
            {
                (await proofs.ProveInclusionAsync(index, size, Token)).Verifies(MerkleTree.LeafOf(log.Entries[index]), checkpoint.Root).Should().BeTrue("entry {0} of {1}", index, size);
            }

            foreach (var (earlier, root) in roots.Where(each => each.Size > 0))
            {
                (await proofs.ProveConsistencyAsync(earlier, size, Token)).Verifies(root, checkpoint.Root).Should().BeTrue("{1} grew out of {0}", earlier, size);
            }
        }
    }

    [Fact]
    public async Task What_was_added_to_is_the_same_as_what_was_written_at_once()
    {
        var log = new ListedLog(Entries(0, 300));
        await WriteAsync(log);
        log.Entries.AddRange(Entries(300, 66_000));
        await WriteAsync(log);
        log.Entries.AddRange(Entries(66_000, 67_000));
        await WriteAsync(log);
        var added = Files();

        _folder.Delete(recursive: true);
        _folder.Create();
        await WriteAsync(log);

        added.Should().Contain(Files(), "what was begun before may stay until it is full; everything else is the same");
        added.Keys.Except(Files().Keys).Should().OnlyContain(file => file.Contains(".p", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_what_is_new_is_read_and_written_and_no_full_tile_again()
    {
        var log = new ListedLog(Entries(0, 1_000));
        await WriteAsync(log);
        var full = Directory.EnumerateFiles(_folder.FullName, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) is [_, _, _] && !file.Contains(".p", StringComparison.Ordinal)).ToList();
        full.Should().HaveCount(6, "three tiles and three bundles");
        full.ForEach(file => File.SetLastWriteTimeUtc(file, DateTime.UnixEpoch));
        log.Entries.AddRange(Entries(1_000, 1_300));
        var read = log.Read;

        await WriteAsync(log);

        (log.Read - read).Should().Be(1_300 - 768, "it begins with the bundle that was not full");
        full.Should().OnlyContain(file => File.GetLastWriteTimeUtc(file) == DateTime.UnixEpoch);
        var signed = _signer.Signed;
        await WriteAsync(log);
        (log.Read - read, _signer.Signed).Should().Be((1_300 - 768, signed), "nothing came since");
    }

    [Fact]
    public async Task A_ledger_that_was_rewritten_is_refused_and_nothing_is_signed()
    {
        await WriteAsync(new ListedLog(Entries(0, 700)));
        var (before, signed) = (await OpenAsync(), _signer.Signed);

        (await RefusalAsync(new ListedLog(Entries(0, 600)))).Should().Be("GDPR3401", "it lost entries");
        (await RefusalAsync(new ListedLog(Entries(1, 900)))).Should().Be("GDPR3401", "others stand there");
        (await RefusalAsync(new ListedLog(Entries(0, 699).Append(Digest.Of([8])).Concat(Entries(700, 900))))).Should().Be("GDPR3401", "one is another");
        (await RefusalAsync(new ListedLog(Entries(0, 900)) { Tip = MerkleTree.Empty.Append(Entries(1, 901).Select(MerkleTree.LeafOf)) })).Should().Be("GDPR3400", "the entries do not come to the tip");
        (await RefusalAsync(new ListedLog(Entries(0, 900)) { Tip = MerkleTree.Empty.Append(Entries(0, 950).Select(MerkleTree.LeafOf)) })).Should().Be("GDPR3400", "some are missing");
        ((await OpenAsync()).Root, _signer.Signed).Should().Be((before.Root, signed));
    }

    [Fact]
    public async Task A_tile_from_which_to_go_on_that_is_gone_or_changed_is_told()
    {
        var log = new ListedLog(Entries(0, 1_024));
        await WriteAsync(log);
        log.Entries.AddRange(Entries(1_024, 1_100));
        var tile = Path.Combine(_folder.FullName, "tile", "1", "000.p", "4");
        var bytes = await File.ReadAllBytesAsync(tile, Token);

        File.Delete(tile);
        (await RefusalAsync(log)).Should().Be("GDPR3402");
        bytes[40] ^= 1;
        await File.WriteAllBytesAsync(tile, bytes, Token);
        (await RefusalAsync(log)).Should().Be("GDPR3401");
        bytes[40] ^= 1;
        await File.WriteAllBytesAsync(tile, bytes, Token);
        (await WriteAsync(log)).Size.Should().Be(1_100);
    }

    [Fact]
    public async Task One_that_was_stopped_goes_on_when_it_is_done_again()
    {
        var log = new ListedLog(Entries(0, 300));
        await WriteAsync(log);
        log.Entries.AddRange(Entries(300, 900));
        _signer.IsAway = true;
        (await new TileFolder(_folder.FullName).Awaiting(each => each.WriteAsync(log, _signer, Token).AsTask()).Should().ThrowAsync<IOException>()).Which.Message.Should().Be("away");
        (await OpenAsync()).Size.Should().Be(300, "what stands is still what was signed");

        _signer.IsAway = false;
        (await WriteAsync(log)).Size.Should().Be(900);

        (await new MerkleProofs(new TileNodes(_folder.FullName, 900)).RootAsync(900, Token)).Should().Be((await OpenAsync()).Root);
    }

    private static IEnumerable<Digest> Entries(int from, int to) => Enumerable.Range(from, to - from).Select(place => Digest.Of(BitConverter.GetBytes(place)));

    private ValueTask<MerkleTree> WriteAsync(ListedLog log) => new TileFolder(_folder.FullName).WriteAsync(log, _signer, Token);

    private async Task<string> RefusalAsync(ListedLog log) =>
        (await new TileFolder(_folder.FullName).Awaiting(each => each.WriteAsync(log, _signer, Token).AsTask()).Should().ThrowAsync<TransparencyException>()).Which.Id;

    private async Task<Checkpoint> OpenAsync() => Checkpoint.Open(await File.ReadAllTextAsync(Path.Combine(_folder.FullName, "checkpoint"), Token), _signer.Verifier);

    private Dictionary<string, string> Files() => _folder.EnumerateFiles("*", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(_folder.FullName, file.FullName), file => Convert.ToHexString(File.ReadAllBytes(file.FullName)));

    private sealed class Signing : ICheckpointSigner, IDisposable
    {
        private readonly NoteSigner _shop = NoteSigner.Create("shop.example/privacy");

        public NoteVerifier Verifier => _shop.Verifier;

        public int Signed { get; private set; }

        public bool IsAway { get; set; }

        public ValueTask<string> SignAsync(MerkleTree tree, CancellationToken cancellationToken)
        {
            Signed++;
            return IsAway ? throw new IOException("away") : new(Checkpoint.Of("shop.example/privacy", tree).Sign(_shop).ToString());
        }

        public void Dispose() => _shop.Dispose();
    }
}
