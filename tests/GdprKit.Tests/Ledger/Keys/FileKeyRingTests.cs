using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Ledger;

public sealed class FileKeyRingTests : IAsyncLifetime
{
    private static readonly FakeClock Clock = new(Instant.FromUtc(2026, 11, 26, 9, 30));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-keys-");

    private string FilePath => Path.Combine(_folder.FullName, "keyring.json");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task A_hash_is_the_HMAC_of_the_text_under_the_key_in_the_file()
    {
        FileKeyRing.Create(FilePath, Clock);

        var hashes = await new FileKeyRing(FilePath).HashAsync(KeyPurpose.Suppression, ["one", "two"], Token);

        var key = await KeyAsync();
        hashes.Should().HaveCount(2);
        hashes[1].Should().Equal(Digest.FromBytes(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("two"))));
    }

    [Fact]
    public void Only_the_owner_can_read_the_file()
    {
        FileKeyRing.Create(FilePath, Clock);

        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(FilePath).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task A_file_that_others_can_read_is_refused()
    {
        FileKeyRing.Create(FilePath, Clock);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(FilePath, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
            await RefusedAsync("GDPR3182");
        }
    }

    [Fact]
    public async Task After_a_rotation_the_new_key_comes_first_and_the_old_one_is_still_asked_without_a_restart()
    {
        FileKeyRing.Create(FilePath, Clock);
        var ring = new FileKeyRing(FilePath);
        var before = (await ring.HashAsync(KeyPurpose.Suppression, ["one"], Token))[0];

        FileKeyRing.Rotate(FilePath, Clock);

        var after = (await ring.HashAsync(KeyPurpose.Suppression, ["one"], Token))[0];
        after.Should().HaveCount(2);
        after[0].Should().NotBe(before[0]);
        after[1].Should().Be(before[0]);
        Directory.GetFiles(_folder.FullName).Should().Equal(FilePath);
    }

    [Fact]
    public async Task Of_two_rotations_at_once_neither_loses_the_key_of_the_other()
    {
        FileKeyRing.Create(FilePath, Clock);
        var before = (await new FileKeyRing(FilePath).HashAsync(KeyPurpose.Suppression, ["one"], Token))[0];
        await File.WriteAllTextAsync($"{FilePath}.new", "", Token);

        FluentActions.Invoking(() => FileKeyRing.Rotate(FilePath, Clock)).Should().Throw<KeyRingException>().WithMessage("GDPR3186: *");

        (await new FileKeyRing(FilePath).HashAsync(KeyPurpose.Suppression, ["one"], Token))[0].Should().Equal(before);
        File.Delete($"{FilePath}.new");
        FileKeyRing.Rotate(FilePath, Clock);
        (await new FileKeyRing(FilePath).HashAsync(KeyPurpose.Suppression, ["one"], Token))[0].Should().HaveCount(2);
    }

    [Fact]
    public void What_cannot_be_rotated_leaves_nothing_behind()
    {
        FluentActions.Invoking(() => FileKeyRing.Rotate(FilePath, Clock)).Should().Throw<KeyRingException>().WithMessage("GDPR3180: *");
        FluentActions.Invoking(() => FileKeyRing.Rotate(Path.Combine(_folder.FullName, "nowhere", "keys"), Clock)).Should().Throw<KeyRingException>().WithMessage("GDPR3180: *");
        File.WriteAllText(FilePath, "{}");
        FluentActions.Invoking(() => FileKeyRing.Rotate(FilePath, Clock)).Should().Throw<KeyRingException>();

        Directory.GetFiles(_folder.FullName).Should().Equal(FilePath);
    }

    [Fact]
    public async Task A_ring_for_which_there_is_no_room_leaves_nothing_and_is_made_when_there_is_room()
    {
        FluentActions.Invoking(() => FileKeyRing.CreateFlushed(FilePath, Clock, Full)).Should().Throw<KeyRingException>().WithMessage("GDPR3181: *");
        Directory.GetFiles(_folder.FullName).Should().BeEmpty();

        FileKeyRing.Create(FilePath, Clock);

        (await new FileKeyRing(FilePath).HashAsync(KeyPurpose.Suppression, ["one"], Token))[0].Should().ContainSingle();
        Directory.GetFiles(_folder.FullName).Should().Equal(FilePath);
    }

    [Fact]
    public void A_rotation_for_which_there_is_no_room_leaves_the_ring_as_it_was_and_nothing_in_the_way_of_the_next()
    {
        FileKeyRing.Create(FilePath, Clock);
        var before = File.ReadAllBytes(FilePath);

        FluentActions.Invoking(() => FileKeyRing.RotateFlushed(FilePath, Clock, Full)).Should().Throw<KeyRingException>().WithMessage("GDPR3181: *");

        File.ReadAllBytes(FilePath).Should().Equal(before);
        Directory.GetFiles(_folder.FullName).Should().Equal(FilePath);
        FileKeyRing.Rotate(FilePath, Clock);
        File.ReadAllBytes(FilePath).Should().HaveCountGreaterThan(before.Length);
    }

    [Fact]
    public void Of_two_who_make_a_ring_at_once_the_second_is_refused_and_takes_nothing_from_the_first()
    {
        byte[] first = [];

        FluentActions.Invoking(() => FileKeyRing.CreateFlushed(FilePath, Clock, _ =>
        {
            FileKeyRing.Create(FilePath, Clock);
            first = File.ReadAllBytes(FilePath);
        })).Should().Throw<KeyRingException>().WithMessage("GDPR3183: *");

        File.ReadAllBytes(FilePath).Should().Equal(first);
        Directory.GetFiles(_folder.FullName).Should().Equal(FilePath);
    }

    [Fact]
    public void A_ring_that_is_there_is_never_made_anew()
    {
        FileKeyRing.Create(FilePath, Clock);
        var before = File.ReadAllBytes(FilePath);

        FluentActions.Invoking(() => FileKeyRing.Create(FilePath, Clock)).Should().Throw<KeyRingException>().WithMessage("GDPR3183: *");

        File.ReadAllBytes(FilePath).Should().Equal(before);
    }

    [Fact]
    public async Task A_missing_ring_is_an_error_and_not_a_new_ring()
    {
        await RefusedAsync("GDPR3180");

        File.Exists(FilePath).Should().BeFalse();
    }

    [Fact]
    public async Task What_a_text_becomes_for_one_purpose_says_nothing_of_what_it_becomes_for_another()
    {
        FileKeyRing.Create(FilePath, Clock);
        var ring = new FileKeyRing(FilePath);

        var key = await KeyAsync();
        var (suppression, tag) = ((await ring.HashAsync(KeyPurpose.Suppression, ["one"], Token))[0], (await ring.HashAsync(KeyPurpose.MatchTag, ["one"], Token))[0]);

        suppression.Should().Equal(Digest.FromBytes(HMACSHA256.HashData(key, "one"u8)));
        var derived = HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, "GdprKit key ring 1"u8.ToArray(), "match tag 1"u8.ToArray());
        tag.Should().Equal(Digest.FromBytes(HMACSHA256.HashData(derived, "one"u8)));
        tag.Should().NotEqual(suppression);
    }

    [Fact]
    public async Task No_text_is_hashed_without_a_purpose()
    {
        FileKeyRing.Create(FilePath, Clock);

        foreach (var purpose in (KeyPurpose[])[KeyPurpose.Unspecified, (KeyPurpose)99])
        {
            var hashing = () => new FileKeyRing(FilePath).HashAsync(purpose, ["one"], Token).AsTask();
            await hashing.Should().ThrowAsync<ArgumentOutOfRangeException>().WithMessage("GDPR1140: *");
        }
    }

    [Fact]
    public async Task A_text_of_any_length_is_hashed_whole()
    {
        FileKeyRing.Create(FilePath, Clock);
        string[] texts = ["", "é", new('x', 10_000), new('€', 400), "short again"];

        var hashes = await new FileKeyRing(FilePath).HashAsync(KeyPurpose.Suppression, [.. texts], Token);

        var key = await KeyAsync();
        hashes.Select(each => each[0]).Should().Equal(texts.Select(text => Digest.FromBytes(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text)))));
    }

    [Fact]
    public async Task Any_flipped_bit_of_the_file_is_noticed()
    {
        // With a plus sign in a key, which JSON can write in several ways.
        FileKeyRing.Create(FilePath, Clock);
        while (!Convert.ToBase64String(await KeyAsync()).Contains('+', StringComparison.Ordinal))
        {
            FileKeyRing.Rotate(FilePath, Clock);
        }

        var intact = await File.ReadAllBytesAsync(FilePath, Token);

        var unnoticed = new List<string>();
        for (var bit = 0; bit < 8 * intact.Length; bit++)
        {
            byte[] damaged = [.. intact];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            await File.WriteAllBytesAsync(FilePath, damaged, Token);
            if (await RefusalAsync() != "GDPR3181")
            {
                unnoticed.Add($"bit {bit % 8} of byte {bit / 8}, '{(char)intact[bit / 8]}'");
            }
        }

        unnoticed.Should().BeEmpty();
        await File.WriteAllBytesAsync(FilePath, intact, Token);
        (await RefusalAsync()).Should().BeNull();
    }

    [Fact]
    public async Task Wherever_the_file_is_cut_off_is_noticed()
    {
        FileKeyRing.Create(FilePath, Clock);
        var intact = await File.ReadAllBytesAsync(FilePath, Token);

        for (var length = 0; length < intact.Length; length++)
        {
            await File.WriteAllBytesAsync(FilePath, intact[..length], Token);
            await RefusedAsync("GDPR3181");
        }
    }

    [Theory]
    [InlineData("""{ "gdprkitKeyRing": 2, "keys": [] }""")]
    [InlineData("""{ "gdprkitKeyRing": 1, "keys": [] }""")]
    [InlineData("""{ "gdprkitKeyRing": 1, "keys": [null] }""")]
    [InlineData("""{ "gdprkitKeyRing": 1, "keys": null }""")]
    [InlineData("""{ "gdprkitKeyRing": 1 }""")]
    [InlineData("null")]
    public async Task What_is_no_ring_is_refused(string text)
    {
        FileKeyRing.Create(FilePath, Clock);
        await File.WriteAllTextAsync(FilePath, text, Token);

        await RefusedAsync("GDPR3181");
    }

    [Fact]
    public async Task A_file_that_an_editor_saved_anew_is_the_same_ring()
    {
        FileKeyRing.Create(FilePath, Clock);
        var before = await new FileKeyRing(FilePath).HashAsync(KeyPurpose.Suppression, ["one"], Token);
        var text = await File.ReadAllTextAsync(FilePath, Token);

        await File.WriteAllTextAsync(FilePath, text.ReplaceLineEndings("\r\n").Replace("+", "\\u002B", StringComparison.Ordinal) + "\r\n", Token);

        (await new FileKeyRing(FilePath).HashAsync(KeyPurpose.Suppression, ["one"], Token)).Should().Equal(before);
    }

    private async Task<byte[]> KeyAsync()
    {
        using var file = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(FilePath, Token));
        return file.RootElement.GetProperty("keys")[0].GetProperty("key").GetBytesFromBase64();
    }

    private async Task<string?> RefusalAsync()
    {
        try
        {
            await new FileKeyRing(FilePath).HashAsync(KeyPurpose.Suppression, ["one"], Token);
            return null;
        }
        catch (KeyRingException refusal)
        {
            return refusal.Id;
        }
    }

    private async Task RefusedAsync(string id) => (await RefusalAsync()).Should().Be(id);

    private static void Full(FileStream file) => throw new IOException("No space left on device", 28);
}
