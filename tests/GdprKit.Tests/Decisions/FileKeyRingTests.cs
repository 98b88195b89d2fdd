using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Testing;

namespace GdprKit.Decisions;

public sealed class FileKeyRingTests : IAsyncLifetime
{
    private static readonly FakeClock Clock = new(Instant.FromUtc(2026, 11, 26, 9, 30));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gdprkit-keys-");

    private string FilePath => Path.Combine(_folder.FullName, "suppression.keys");

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

        var hashes = await new FileKeyRing(FilePath).HashAsync(["one", "two"], Token);

        using var file = System.Text.Json.JsonDocument.Parse(await File.ReadAllTextAsync(FilePath, Token));
        var key = file.RootElement.GetProperty("keys")[0].GetProperty("key").GetBytesFromBase64();
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
        var before = (await ring.HashAsync(["one"], Token))[0];

        FileKeyRing.Rotate(FilePath, Clock);

        var after = (await ring.HashAsync(["one"], Token))[0];
        after.Should().HaveCount(2);
        after[0].Should().NotBe(before[0]);
        after[1].Should().Be(before[0]);
        Directory.GetFiles(_folder.FullName).Should().Equal(FilePath);
    }

    [Fact]
    public async Task Of_two_rotations_at_once_neither_loses_the_key_of_the_other()
    {
        FileKeyRing.Create(FilePath, Clock);
        var before = (await new FileKeyRing(FilePath).HashAsync(["one"], Token))[0];
        await File.WriteAllTextAsync($"{FilePath}.new", "", Token);

        FluentActions.Invoking(() => FileKeyRing.Rotate(FilePath, Clock)).Should().Throw<SuppressionKeysException>().WithMessage("GDPR3186: *");

        (await new FileKeyRing(FilePath).HashAsync(["one"], Token))[0].Should().Equal(before);
        File.Delete($"{FilePath}.new");
        FileKeyRing.Rotate(FilePath, Clock);
        (await new FileKeyRing(FilePath).HashAsync(["one"], Token))[0].Should().HaveCount(2);
    }

    [Fact]
    public void What_cannot_be_rotated_leaves_nothing_behind()
    {
        FluentActions.Invoking(() => FileKeyRing.Rotate(FilePath, Clock)).Should().Throw<SuppressionKeysException>().WithMessage("GDPR3180: *");
        FluentActions.Invoking(() => FileKeyRing.Rotate(Path.Combine(_folder.FullName, "nowhere", "keys"), Clock)).Should().Throw<SuppressionKeysException>().WithMessage("GDPR3180: *");
        File.WriteAllText(FilePath, "{}");
        FluentActions.Invoking(() => FileKeyRing.Rotate(FilePath, Clock)).Should().Throw<SuppressionKeysException>();

        Directory.GetFiles(_folder.FullName).Should().Equal(FilePath);
    }

    [Fact]
    public void A_ring_that_is_there_is_never_made_anew()
    {
        FileKeyRing.Create(FilePath, Clock);
        var before = File.ReadAllBytes(FilePath);

        FluentActions.Invoking(() => FileKeyRing.Create(FilePath, Clock)).Should().Throw<SuppressionKeysException>().WithMessage("GDPR3183: *");

        File.ReadAllBytes(FilePath).Should().Equal(before);
    }

    [Fact]
    public async Task A_missing_ring_is_an_error_and_not_a_new_ring()
    {
        await RefusedAsync("GDPR3180");

        File.Exists(FilePath).Should().BeFalse();
    }

    [Fact]
    public async Task Any_damage_is_noticed()
    {
        FileKeyRing.Create(FilePath, Clock);
        var intact = await File.ReadAllBytesAsync(FilePath, Token);
        var key = Encoding.UTF8.GetString(intact).IndexOf("\"key\"", StringComparison.Ordinal);

        foreach (var place in (int[])[0, key + 10, key + 30, intact.Length - 30])
        {
            byte[] damaged = [.. intact];
            damaged[place] ^= 1;
            await File.WriteAllBytesAsync(FilePath, damaged, Token);
            await RefusedAsync("GDPR3181");
        }

        await File.WriteAllBytesAsync(FilePath, intact[..^20], Token);
        await RefusedAsync("GDPR3181");
        await File.WriteAllTextAsync(FilePath, """{ "gdprkitKeyRing": 2, "keys": [] }""", Token);
        await RefusedAsync("GDPR3181");
        await File.WriteAllBytesAsync(FilePath, [], Token);
        await RefusedAsync("GDPR3181");
    }

    private async Task RefusedAsync(string id)
    {
        var hashing = () => new FileKeyRing(FilePath).HashAsync(["one"], Token).AsTask();
        (await hashing.Should().ThrowAsync<SuppressionKeysException>()).Which.Id.Should().Be(id);
    }
}
