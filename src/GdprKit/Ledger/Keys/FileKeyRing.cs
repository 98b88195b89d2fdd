using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime;

namespace GdprKit.Ledger;

/// <summary>The key ring in a file that only the account of the application can read.</summary>
/// <remarks>
/// <para>
/// Keep a copy where the backups of the database are not. Without the file nobody can tell who is on the suppression list, so marketing is denied to
/// everybody until the file is put back; <see cref="IKeyRing"/> tells what else waits, and what goes on. So a missing file is never made silently;
/// <see cref="Create"/> makes it, once.
/// </para>
/// <para>
/// The hash of a text for <see cref="KeyPurpose.Suppression"/> is its HMAC-SHA-256 (RFC 2104) under the key in the file. For <see cref="KeyPurpose.MatchTag"/>
/// it is that under another key, of 32 bytes, derived from the one in the file by HKDF-SHA-256 (RFC 5869) with the salt <c>GdprKit key ring 1</c> and the info
/// <c>match tag 1</c>, both in ASCII.
/// </para>
/// <para>Any changed bit of the file is noticed. It is read again when it changes, so that a rotation needs no restart. Safe for use by several threads.</para>
/// </remarks>
/// <param name="path">The file, outside of the folder of the application's database.</param>
public sealed class FileKeyRing(string path) : IKeyRing
{
    private const int KeyBytes = 32;

    // A plus sign as it is: letters of its escape can change their case, and it means the same.
    private static readonly KeyRingJson Json = new(new JsonSerializerOptions(KeyRingJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private volatile Ring? _ring;

    /// <summary>Makes the file with one new key.</summary>
    /// <param name="path">The file; it must not exist.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="KeyRingException">GDPR3183: there is a file already. GDPR3181: it cannot be written; then there is none, and it can be tried again.</exception>
    public static void Create(string path, IClock clock) => CreateFlushed(path, clock, KeyFile.Flush);

    internal static void CreateFlushed(string path, IClock clock, Action<FileStream> flush)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(clock);
        if (File.Exists(path))
        {
            throw Exists();
        }

        try
        {
            KeyFile.Make(path, JsonSerializer.SerializeToUtf8Bytes(new KeyRingShape(1, [NewKey(clock)]), Json.KeyRingShape), flush);
        }
        catch (IOException) when (File.Exists(path))
        {
            throw Exists();
        }
        catch (Exception exception) when (KeyFile.IsOfDisk(exception))
        {
            throw Damaged(exception as IOException);
        }
    }

    /// <summary>Puts a new key before those there are. What was made under the others is still found.</summary>
    /// <remarks>
    /// The new ring is written whole beside the old one, with <c>.new</c> behind its name, and then takes its place; one rotation at a time. Copy the file anew
    /// after a rotation: an older copy lacks the key under which is hashed from then on, and is refused for it (GDPR3185, GDPR3187). A rotation protects what is
    /// hashed from then on; where others may have read an old key, what stands under it they can try out.
    /// </remarks>
    /// <param name="path">The file.</param>
    /// <param name="clock">The clock.</param>
    /// <exception cref="KeyRingException">
    /// GDPR3180 to GDPR3182: the file is missing, damaged, or others can read it. GDPR3186: another rotation is under way, or was interrupted.
    /// </exception>
    public static void Rotate(string path, IClock clock) => RotateFlushed(path, clock, KeyFile.Flush);

    internal static void RotateFlushed(string path, IClock clock, Action<FileStream> flush)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ArgumentNullException.ThrowIfNull(clock);

        // Made before the ring is read, so that of two who rotate at once neither loses the key of the other.
        var next = $"{path}.new";
        var claim = Claim(path, next);
        try
        {
            using (claim)
            {
                var ring = Read(path);
                claim.Write(JsonSerializer.SerializeToUtf8Bytes(ring with { Keys = [NewKey(clock), .. ring.Keys] }, Json.KeyRingShape));
                flush(claim);
            }

            File.Move(next, path, overwrite: true);
        }
        catch (Exception exception)
        {
            KeyFile.Remove(next);
            if (KeyFile.IsOfDisk(exception))
            {
                throw Damaged(exception as IOException);
            }

            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask<ValueList<ValueList<Digest>>> HashAsync(KeyPurpose purpose, ValueList<string> texts, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var keys = Load().KeysFor(purpose);
        return new(Hash(keys, texts.AsSpan()));
    }

    private static ValueList<ValueList<Digest>> Hash(byte[][] keys, ReadOnlySpan<string> texts)
    {
        // A hash that is made anew for every text takes nearly three times as long.
        var hmacs = Array.ConvertAll(keys, key => IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key));
        try
        {
            var hashes = new ValueList<Digest>[texts.Length];
            var utf8 = new byte[256];
            Span<byte> hash = stackalloc byte[Digest.ByteCount];
            for (var i = 0; i < texts.Length; i++)
            {
                var most = Encoding.UTF8.GetMaxByteCount(texts[i].Length);
                utf8 = most > utf8.Length ? new byte[most] : utf8;
                var length = Encoding.UTF8.GetBytes(texts[i], utf8);
                var ofText = new Digest[hmacs.Length];
                for (var k = 0; k < ofText.Length; k++)
                {
                    hmacs[k].AppendData(utf8, 0, length);
                    hmacs[k].GetHashAndReset(hash);
                    ofText[k] = Digest.FromBytes(hash);
                }

                hashes[i] = ValueList.Own(ofText);
            }

            return ValueList.Own(hashes);
        }
        finally
        {
            foreach (var hmac in hmacs)
            {
                hmac.Dispose();
            }
        }
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
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(KeyFile.OwnerOnly | UnixFileMode.UserExecute)) != 0)
            {
                throw new KeyRingException(
                    KeyMessages.RingOpen, "Others than the account of the application can read the key ring.", "Give the file to that account alone: mode 600. If somebody may have read it, rotate it.");
            }

            var ring = JsonSerializer.Deserialize(File.ReadAllBytes(path), Json.KeyRingShape);
            return ring is { GdprkitKeyRing: 1, Keys.Length: > 0 } && Array.TrueForAll(ring.Keys, IsIntact) ? ring : throw Damaged(null);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new KeyRingException(
                KeyMessages.RingMissing,
                "There is no key ring, so nobody can tell who is on the suppression list, nor which rows were to be erased.",
                "Put its copy back. Only where nobody was ever put on the list, and nobody was erased: make one with FileKeyRing.Create.",
                exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            // What it could not read may be a key, and the exception of JSON may quote it.
            throw Damaged(exception as IOException);
        }
    }

    // In a list JSON may say that there is nothing.
    private static bool IsIntact(KeyShape? key)
    {
        Span<byte> bytes = stackalloc byte[KeyBytes + 1];
        return key is not null && Convert.TryFromBase64String(key.Key, bytes, out var written) && written == KeyBytes && key.Check == CheckOf(key.Created, key.Key);
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
            return KeyFile.Open(next);
        }
        catch (IOException) when (File.Exists(next))
        {
            throw new KeyRingException(
                KeyMessages.RotationUnderWay, "The key ring is being rotated, or a rotation of it was interrupted.", "Wait for the other. If there is none, delete the file beside it with .new behind its name, and rotate again: the ring is as it was.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Where there is no folder there is no ring.
            _ = Read(path);
            throw Damaged(exception as IOException);
        }
    }

    private static KeyRingException Exists() => new(
        KeyMessages.RingExists, "There is a key ring already.", "Use it; to replace its current key, rotate it. A new ring would forget who is on the suppression list.");

    private static KeyRingException Damaged(Exception? cause) => new(
        KeyMessages.RingDamaged, "The key ring is damaged, of a newer version, or cannot be read or written.", "Put its copy back; see that the account of the application owns the file.", cause);

    private sealed class Ring((long, long) stamp, byte[][] keys)
    {
        // An HMAC under the key itself would be what the same text becomes for the other purpose.
        private readonly byte[][] _ofMatchTags = Array.ConvertAll(
            keys, key => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, KeyBytes, salt: "GdprKit key ring 1"u8.ToArray(), info: "match tag 1"u8.ToArray()));

        public (long, long) Stamp => stamp;

        public byte[][] KeysFor(KeyPurpose purpose) => purpose switch
        {
            KeyPurpose.Suppression => keys,
            KeyPurpose.MatchTag => _ofMatchTags,
            _ => throw new ArgumentOutOfRangeException(nameof(purpose), $"{KeyMessages.NoPurpose}: a text is to be hashed, and not for a purpose that the key ring serves. Say what for: suppression, or match tags."),
        };
    }
}
