using System.Globalization;
using GdprKit.Ledger;

namespace GdprKit.Transparency.Go;

/// <summary>What is exported is verified by code that is not ours: golang.org/x/mod/sumdb/note and sumdb/tlog.</summary>
public sealed class GoVerificationTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("gdprkit-go-tiles-");

    private readonly NoteSigner _shop = NoteSigner.Create("shop.example/privacy");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _root.Delete(recursive: true);
        _shop.Dispose();
    }

    [GoFact]
    public async Task The_checkpoint_the_tiles_and_all_proofs_are_accepted()
    {
        int[] sizes = [1, 2, 255, 256, 257, 600];
        var folders = new List<string>();
        foreach (var size in sizes)
        {
            folders.Add(await ExportAsync($"{size}", size));
        }

        (await GoInstallation.VerifyAsync(folders, Token)).Should()
            .Equal(sizes.Select(size => $"verified: {size} entries, {size} inclusions, {Earlier(size).Count} consistencies"));
    }

    [GoFact]
    public async Task What_was_tampered_with_anywhere_is_refused()
    {
        var tile = await ExportAsync("tile", 600);
        await FlipAsync(tile, "tile/0/001", 40);
        var partial = await ExportAsync("partial", 600);
        await FlipAsync(partial, "tile/0/002.p/88", 0);
        var entries = await ExportAsync("entries", 600);
        await FlipAsync(entries, "tile/entries/000", 5);
        var upper = await ExportAsync("upper", 600);
        await FlipAsync(upper, "tile/1/000.p/2", 33);
        var checkpoint = await ExportAsync("checkpoint", 600);
        await ReplaceAsync(checkpoint, "checkpoint", "\n600\n", "\n601\n");
        var other = await ExportAsync("other", 600);
        using (var stranger = NoteSigner.Create("shop.example/privacy"))
        {
            await File.WriteAllTextAsync(Path.Combine(other, "checkpoint"), Checkpoint.Of("shop.example/privacy", Tree(600)).Sign(stranger).ToString(), Token);
        }

        var inclusion = await ExportAsync("inclusion", 600);
        await ReplaceAsync(inclusion, "proofs", "inclusion 7 ", "inclusion 8 ");
        var consistency = await ExportAsync("consistency", 600);
        await ReplaceAsync(consistency, "proofs", "consistency 257 ", "consistency 256 ");
        var sound = await ExportAsync("sound", 600);

        var said = await GoInstallation.VerifyAsync([tile, partial, entries, upper, checkpoint, other, inclusion, consistency, sound], Token);

        said.Should().HaveCount(9);
        said.Take(4).Should().OnlyContain(line => line.StartsWith("refused: ", StringComparison.Ordinal));
        said[2].Should().StartWith("refused: entry 0:");
        said[4].Should().StartWith("refused: ").And.Contain("signature");
        said[5].Should().StartWith("refused: ").And.Contain("signature");
        said[6].Should().StartWith("refused: inclusion 8:");
        said[7].Should().StartWith("refused: consistency 256:");
        said[8].Should().StartWith("verified: 600 entries", "else nothing is said by what was refused");
    }

    private static IEnumerable<Digest> Entries(int size) => Enumerable.Range(0, size).Select(place => Digest.Of(BitConverter.GetBytes(place)));

    private static MerkleTree Tree(int size) => MerkleTree.Empty.Append(Entries(size).Select(MerkleTree.LeafOf));

    private static List<int> Earlier(int size) => [.. new[] { 1, 2, 128, 255, 256, 257, 512, 599, size }.Where(earlier => earlier <= size).Distinct()];

    /// <summary>Writes what somebody else verifies: the tree as the package exports it, the key, and the proofs as the package makes them.</summary>
    private async Task<string> ExportAsync(string name, int size)
    {
        var folder = _root.CreateSubdirectory(name).FullName;
        await new TileFolder(folder).WriteAsync(Entries(size).ToAsyncEnumerable(), Checkpoint.Of("shop.example/privacy", Tree(size)).Sign(_shop), Token);
        await File.WriteAllTextAsync(Path.Combine(folder, "verifier"), _shop.Verifier.ToString(), Token);
        var (proofs, lines) = (new MerkleProofs(new TileNodes(folder, size)), new List<string>());
        for (var index = 0; index < size; index++)
        {
            lines.Add(Line("inclusion", index, (await proofs.ProveInclusionAsync(index, size, Token)).Path));
        }

        foreach (var earlier in Earlier(size))
        {
            lines.Add(Line("consistency", earlier, [Tree(earlier).Root, .. (await proofs.ProveConsistencyAsync(earlier, size, Token)).Path]));
        }

        await File.WriteAllLinesAsync(Path.Combine(folder, "proofs"), lines, Token);
        return folder;
    }

    private static string Line(string kind, int number, IEnumerable<Digest> hashes) =>
        string.Join(' ', [kind, number.ToString(CultureInfo.InvariantCulture), .. hashes.Select(hash => Convert.ToBase64String(Convert.FromHexString(hash.ToString())))]);

    private static async Task FlipAsync(string folder, string file, int place)
    {
        var path = Path.Combine(folder, file);
        var bytes = await File.ReadAllBytesAsync(path, Token);
        bytes[place] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, Token);
    }

    private static async Task ReplaceAsync(string folder, string file, string old, string with)
    {
        var path = Path.Combine(folder, file);
        var text = await File.ReadAllTextAsync(path, Token);
        text.Should().Contain(old);
        await File.WriteAllTextAsync(path, text.Replace(old, with, StringComparison.Ordinal), Token);
    }
}
