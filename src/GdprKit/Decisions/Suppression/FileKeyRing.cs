using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;

namespace GdprKit.Decisions;

/// <summary>The keys of the suppression list in a file that only the account of the application can read.</summary>
/// <remarks>
/// <para>
/// Keep a copy where the backups of the database are not. Without the file nobody can tell who is on the list: marketing is then denied to
/// everybody, until the file is put back. So a missing file is never made silently; <see cref="Create"/> makes it, once.
/// </para>
/// <para>Read again when it changes, so that a rotation needs no restart. Safe for use by several threads.</para>
/// </remarks>
/// <param name="path">The file, outside of the folder of the application's database.</param>
public sealed class FileKeyRing(string path) : ISuppressionKeys
{
    private const int KeyBytes = 32;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private volatile Ring? _ring;

    /// <summary>Makes the file with one new key.</summary>
    /// <param name="path">The file; it must not exist.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="SuppressionKeysException">GDPR3183: there is a file already. GDPR3181: it cannot be written.</exception>
    public static void Create(string path, IClock clock)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(clock);
        if (File.Exists(path))
        {
            throw new SuppressionKeysException(
                DecisionMessages.KeyRingExists, "There is a key ring already.", "Use it; to replace its current key, rotate it. A new ring would forget who is on the list.");
        }

        try
        {
            using var file = Open(path);
            Write(file, new KeyRingShape(1, [NewKey(clock)]));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Damaged(exception as IOException);
        }
    }

    /// <summary>Puts a new key before those there are. Addresses that were listed under the others are still found.</summary>
    /// <remarks>The new ring is written whole beside the old one, with <c>.new</c> behind its name, and then takes its place; one rotation at a time.</remarks>
    /// <param name="path">The file.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="SuppressionKeysException">
    /// GDPR3180 to GDPR3182: the file is missing, damaged, or others can read it. GDPR3186: another rotation is under way, or was interrupted.
    /// </exception>
    public static void Rotate(string path, IClock clock)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(clock);

        // Made before the ring is read, so that of two who rotate at once neither loses the key of the other.
        var next = $"{path}.new";
        using (var file = Claim(path, next))
        {
            try
            {
                var ring = Read(path);
                Write(file, ring with { Keys = [NewKey(clock), .. ring.Keys] });
            }
            catch
            {
                File.Delete(next);
                throw;
            }
        }

        File.Move(next, path, overwrite: true);
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<ValueList<Digest>>> HashAsync(ValueList<string> texts, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var hashes = new Digest[texts.Count][];
        var keys = Load().Keys;
        for (var i = 0; i < hashes.Length; i++)
        {
            hashes[i] = new Digest[keys.Length];
        }

        Span<byte> hash = stackalloc byte[Digest.ByteCount];
        for (var k = 0; k < keys.Length; k++)
        {
            using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, keys[k]);
            for (var i = 0; i < hashes.Length; i++)
            {
                hmac.AppendData(Encoding.UTF8.GetBytes(texts[i]));
                hmac.GetHashAndReset(hash);
                hashes[i][k] = Digest.FromBytes(hash);
            }
        }

        return new(hashes.Select(each => ValueList.Create<Digest>(each)).ToValueList());
    }

    private Ring Load()
    {
        var file = new FileInfo(path);
        var stamp = (file.Exists ? file.LastWriteTimeUtc.Ticks : 0, file.Exists ? file.Length : 0);
        if (_ring is { } known && known.Stamp == stamp)
        {
            return known;
        }

        var ring = new Ring(stamp, Array.ConvertAll(Read(path).Keys, key => Convert.FromBase64String(key.Key)));
        _ring = ring;
        return ring;
    }

    private static KeyRingShape Read(string path)
    {
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(OwnerOnly | UnixFileMode.UserExecute)) != 0)
            {
                throw new SuppressionKeysException(
                    DecisionMessages.KeyRingOpen, "Others than the account of the application can read the key ring.", "Give the file to that account alone: mode 600. If somebody may have read it, rotate it.");
            }

            var ring = JsonSerializer.Deserialize(File.ReadAllBytes(path), KeyRingJson.Default.KeyRingShape);
            return ring is { GdprkitKeyRing: 1, Keys.Length: > 0 } && ring.Keys.All(IsIntact) ? ring : throw Damaged(null);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SuppressionKeysException(
                DecisionMessages.KeyRingMissing, "There is no key ring, so nobody can tell who is on the suppression list.", "Put its copy back. Only where nobody was ever put on the list: make one with FileKeyRing.Create.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // What it could not read may be a key, and the exception of JSON may quote it.
            throw Damaged(exception as IOException);
        }
    }

    private static bool IsIntact(KeyShape key)
    {
        Span<byte> bytes = stackalloc byte[KeyBytes + 1];
        return Convert.TryFromBase64String(key.Key, bytes, out var written) && written == KeyBytes && key.Check == CheckOf(key.Created, key.Key);
    }

    private static KeyShape NewKey(IClock clock)
    {
        var created = clock.GetCurrentInstant().ToString();
        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));
        return new KeyShape(created, key, CheckOf(created, key));
    }

    private static string CheckOf(string created, string key) => Digest.Of(Encoding.UTF8.GetBytes($"{created} {key}")).ToString()[..16];

    private static FileStream Claim(string path, string next)
    {
        try
        {
            return Open(next);
        }
        catch (IOException) when (File.Exists(next))
        {
            throw new SuppressionKeysException(
                DecisionMessages.RotationUnderWay, "The key ring is being rotated, or a rotation of it was interrupted.", "Wait for the other. If there is none, delete the file beside it with .new behind its name, and rotate again: the ring is as it was.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Where there is no folder there is no ring.
            _ = Read(path);
            throw Damaged(exception as IOException);
        }
    }

    // Never a file that is there: others may be able to read it, or have it open.
    private static FileStream Open(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new FileStream(path, options);
    }

    private static void Write(FileStream file, KeyRingShape ring)
    {
        try
        {
            file.Write(JsonSerializer.SerializeToUtf8Bytes(ring, KeyRingJson.Default.KeyRingShape));
            file.Flush(flushToDisk: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Damaged(exception as IOException);
        }
    }

    private static SuppressionKeysException Damaged(Exception? cause) => new(
        DecisionMessages.KeyRingDamaged, "The key ring is damaged, of a newer version, or cannot be read or written.", "Put its copy back; see that the account of the application owns the file.", cause);

    private sealed record Ring((long, long) Stamp, byte[][] Keys);
}
