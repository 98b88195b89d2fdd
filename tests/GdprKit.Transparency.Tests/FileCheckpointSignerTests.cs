using GdprKit.Ledger;
using Microsoft.Extensions.DependencyInjection;

namespace GdprKit.Transparency;

public sealed class FileCheckpointSignerTests : IDisposable
{
    private const string Origin = "shop.example/privacy";

    private static readonly MerkleTree Tree = MerkleTree.Empty.Append(Enumerable.Range(0, 100).Select(place => MerkleTree.LeafOf([(byte)place])));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-signer-");

    private string FilePath => Path.Combine(_folder.FullName, "checkpoints.key");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_host_signs_checkpoints_that_others_read_with_the_published_key()
    {
        var verifier = NoteSignerFile.Create(FilePath, Origin);
        foreach (var configure in (Action<GdprKitBuilder>[])[gdpr => gdpr.SignCheckpoints(verifier, FilePath), gdpr => gdpr.SignCheckpoints(Origin, FilePath)])
        {
            await using var host = Host(configure);

            var note = await host.GetRequiredService<ICheckpointSigner>().SignAsync(Tree, Token);

            Checkpoint.Open(note, NoteVerifier.Parse(verifier.ToString())).Should().Be(Checkpoint.Of(Origin, Tree));
        }
    }

    [Fact]
    public async Task A_host_opens_what_it_signed_and_nothing_else()
    {
        var verifier = NoteSignerFile.Create(FilePath, Origin);
        var other = Path.Combine(_folder.FullName, "other.key");
        NoteSignerFile.Create(other, Origin);
        var note = await new FileCheckpointSigner(Origin, FilePath).SignAsync(Tree, Token);
        var forged = await new FileCheckpointSigner(Origin, other).SignAsync(Tree, Token);
        foreach (var configure in (Action<GdprKitBuilder>[])[gdpr => gdpr.SignCheckpoints(verifier, "nowhere.key"), gdpr => gdpr.SignCheckpoints(Origin, FilePath)])
        {
            await using var host = Host(configure);
            var opener = host.GetRequiredService<ICheckpointVerifier>();

            (await opener.OpenAsync(note, Token)).Should().Be(new CheckpointClaim(Tree.Size, Tree.Root));
            foreach (var wrong in new[] { forged, note.Replace("100", "101", StringComparison.Ordinal), note[..^10], "", "shop" })
            {
                (await opener.OpenAsync(wrong, Token)).Should().BeNull();
            }
        }
    }

    [Fact]
    public async Task Without_its_key_file_nothing_is_said_of_a_checkpoint()
    {
        var opening = async () => await new FileCheckpointSigner(Origin, FilePath).OpenAsync("x", Token);

        (await opening.Should().ThrowAsync<TransparencyException>()).Which.Id.Should().Be("GDPR3403");
    }

    [Fact]
    public async Task The_signer_that_was_named_last_is_used()
    {
        var verifier = NoteSignerFile.Create(FilePath, Origin);
        await using var host = Host(gdpr => gdpr.SignCheckpoints("other.example", "nowhere.key").SignCheckpoints(Origin, FilePath));

        host.GetServices<ICheckpointSigner>().Should().ContainSingle();
        Checkpoint.Open(await host.GetRequiredService<ICheckpointSigner>().SignAsync(MerkleTree.Empty, Token), verifier).Size.Should().Be(0);
    }

    [Fact]
    public async Task A_host_that_names_no_key_has_no_signer()
    {
        await using var host = Host(_ => { });

        host.GetService<ICheckpointSigner>().Should().BeNull();
    }

    [Fact]
    public void A_name_that_no_key_can_have_is_refused_where_it_is_configured() =>
        FluentActions.Invoking(() => Host(gdpr => gdpr.SignCheckpoints("my shop", FilePath))).Should().Throw<TransparencyException>().Which.Id.Should().Be("GDPR1401");

    [Fact]
    public async Task A_lost_key_is_an_error_and_not_a_new_key_and_works_again_when_it_is_put_back()
    {
        var verifier = NoteSignerFile.Create(FilePath, Origin);
        var signer = new FileCheckpointSigner(Origin, FilePath);
        var copy = $"{FilePath}.copy";
        File.Move(FilePath, copy);

        await RefusedAsync(signer, "GDPR3403");
        await RefusedAsync(new FileCheckpointSigner(Origin, Path.Combine(_folder.FullName, "nowhere", "key")), "GDPR3403");

        File.Exists(FilePath).Should().BeFalse();
        File.Move(copy, FilePath);
        Checkpoint.Open(await signer.SignAsync(Tree, Token), verifier).Root.Should().Be(Tree.Root);
    }

    [Fact]
    public async Task A_key_of_another_name_signs_nothing()
    {
        NoteSignerFile.Create(FilePath, "other.example");

        await RefusedAsync(new FileCheckpointSigner(Origin, FilePath), "GDPR3407");
    }

    [Fact]
    public async Task A_key_made_anew_under_the_same_name_signs_nothing_where_the_published_one_is_named()
    {
        var published = NoteSignerFile.Create(FilePath, Origin);
        File.Delete(FilePath);
        var anew = NoteSignerFile.Create(FilePath, Origin);

        await RefusedAsync(new FileCheckpointSigner(published, FilePath), "GDPR3407");
        Checkpoint.Open(await new FileCheckpointSigner(Origin, FilePath).SignAsync(Tree, Token), anew).Size.Should().Be(100);
    }

    [Fact]
    public async Task Only_the_owner_can_read_the_key_and_one_that_others_can_read_is_refused()
    {
        NoteSignerFile.Create(FilePath, Origin);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(FilePath).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            foreach (var open in (UnixFileMode[])[UnixFileMode.GroupRead, UnixFileMode.OtherRead, UnixFileMode.GroupWrite])
            {
                File.SetUnixFileMode(FilePath, UnixFileMode.UserRead | UnixFileMode.UserWrite | open);
                await RefusedAsync(new FileCheckpointSigner(Origin, FilePath), "GDPR3404");
            }
        }
    }

    [Fact]
    public void A_key_that_is_there_is_never_made_anew()
    {
        NoteSignerFile.Create(FilePath, Origin);
        var before = File.ReadAllBytes(FilePath);

        FluentActions.Invoking(() => NoteSignerFile.Create(FilePath, Origin)).Should().Throw<TransparencyException>().Which.Id.Should().Be("GDPR3405");
        FluentActions.Invoking(() => NoteSignerFile.Create(Path.Combine(_folder.FullName, "nowhere", "key"), Origin)).Should().Throw<TransparencyException>().Which.Id.Should().Be("GDPR3406");
        FluentActions.Invoking(() => NoteSignerFile.Create($"{FilePath}.other", "my shop")).Should().Throw<TransparencyException>().Which.Id.Should().Be("GDPR1401");

        File.ReadAllBytes(FilePath).Should().Equal(before);
        Directory.GetFiles(_folder.FullName).Should().Equal(FilePath);
    }

    [Fact]
    public async Task A_key_for_which_there_is_no_room_leaves_nothing_and_is_made_when_there_is_room()
    {
        FluentActions.Invoking(() => NoteSignerFile.CreateFlushed(FilePath, Origin, _ => throw new IOException("No space left on device", 28)))
            .Should().Throw<TransparencyException>().Which.Id.Should().Be("GDPR3406");
        Directory.GetFiles(_folder.FullName).Should().BeEmpty();

        var verifier = NoteSignerFile.Create(FilePath, Origin);

        Checkpoint.Open(await new FileCheckpointSigner(verifier, FilePath).SignAsync(Tree, Token), verifier).Size.Should().Be(100);
        Directory.GetFiles(_folder.FullName).Should().Equal(FilePath);
    }

    [Fact]
    public void Of_two_who_make_a_key_at_once_the_second_is_refused_and_takes_nothing_from_the_first()
    {
        byte[] first = [];

        FluentActions.Invoking(() => NoteSignerFile.CreateFlushed(FilePath, Origin, _ =>
        {
            NoteSignerFile.Create(FilePath, Origin);
            first = File.ReadAllBytes(FilePath);
        })).Should().Throw<TransparencyException>().Which.Id.Should().Be("GDPR3405");

        File.ReadAllBytes(FilePath).Should().Equal(first);
        Directory.GetFiles(_folder.FullName).Should().Equal(FilePath);
    }

    [Fact]
    public async Task Any_flipped_bit_of_the_file_and_any_end_cut_off_is_noticed()
    {
        NoteSignerFile.Create(FilePath, Origin);
        var intact = await File.ReadAllBytesAsync(FilePath, Token);
        var signer = new FileCheckpointSigner(Origin, FilePath);

        for (var bit = 0; bit < 8 * intact.Length; bit++)
        {
            byte[] damaged = [.. intact];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            await File.WriteAllBytesAsync(FilePath, damaged, Token);
            await RefusedAsync(signer, "GDPR3406");
        }

        // Without its last line feed it is whole.
        for (var length = 0; length < intact.Length - 1; length++)
        {
            await File.WriteAllBytesAsync(FilePath, intact[..length], Token);
            await RefusedAsync(signer, "GDPR3406");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\r\n")]
    public async Task A_file_whose_line_end_an_editor_changed_is_the_same_key(string end)
    {
        var verifier = NoteSignerFile.Create(FilePath, Origin);
        await File.WriteAllTextAsync(FilePath, (await File.ReadAllTextAsync(FilePath, Token)).TrimEnd('\n') + end, Token);

        Checkpoint.Open(await new FileCheckpointSigner(verifier, FilePath).SignAsync(Tree, Token), verifier).Size.Should().Be(100);
    }

    [Fact]
    public async Task No_refusal_tells_the_key_or_where_it_lies()
    {
        NoteSignerFile.Create(FilePath, Origin);
        var text = await File.ReadAllTextAsync(FilePath, Token);
        await File.WriteAllTextAsync(FilePath, text[..^5], Token);

        var refusal = await RefusedAsync(new FileCheckpointSigner(Origin, FilePath), "GDPR3406");

        refusal.ToString().Should().NotContain("PRIVATE+KEY").And.NotContain(text[40..60]);
    }

    private static ServiceProvider Host(Action<GdprKitBuilder> configure) =>
        new ServiceCollection().AddGdprKit(configure).BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    private static async Task<TransparencyException> RefusedAsync(ICheckpointSigner signer, string id)
    {
        var refusal = (await FluentActions.Awaiting(() => signer.SignAsync(Tree, Token).AsTask()).Should().ThrowAsync<TransparencyException>()).Which;
        refusal.Id.Should().Be(id);
        return refusal;
    }
}
