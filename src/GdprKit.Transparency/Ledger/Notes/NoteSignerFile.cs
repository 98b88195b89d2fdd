using System.Text;
using GdprKit.Ledger;

namespace GdprKit.Transparency;

/// <summary>A private key in a file that only the account of the application can read.</summary>
/// <remarks>
/// <para>
/// The file holds what <see cref="NoteSigner.Export"/> gives, and a line feed. It is never made silently: a new key signs nothing that who has the old verifier trusts. Keep a copy where
/// no backup of the database is; who has both can write a ledger anew, and sign it. A lost key takes nothing from what was signed: that is verified as before, and a new
/// key of the same name, published beside the old one, signs from then on.
/// </para>
/// <para>Safe for use by several threads.</para>
/// </remarks>
public static class NoteSignerFile
{
    /// <summary>Makes a new key and its file.</summary>
    /// <param name="path">The file; it must not exist.</param>
    /// <param name="name">Whose key it is, and so the origin of the checkpoints that it signs: a name that is yours, as <c>shop.example/privacy</c>.</param>
    /// <returns>What verifies its signatures; publish it.</returns>
    /// <exception cref="TransparencyException">
    /// GDPR1401: the name cannot be so. GDPR3405: there is a file already. GDPR3406: it cannot be written; then there is none, and it can be tried again.
    /// </exception>
    public static NoteVerifier Create(string path, string name) => CreateFlushed(path, name, KeyFile.Flush);

    internal static NoteVerifier CreateFlushed(string path, string name, Action<FileStream> flush)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using var signer = NoteSigner.Create(name);
        try
        {
            KeyFile.Make(path, Encoding.UTF8.GetBytes($"{signer.Export()}\n"), flush);
            return signer.Verifier;
        }
        catch (IOException) when (File.Exists(path))
        {
            throw TransparencyRefusals.SignerExists();
        }
        catch (Exception exception) when (KeyFile.IsOfDisk(exception))
        {
            throw TransparencyRefusals.SignerDamaged(exception as IOException);
        }
    }

    /// <summary>Reads the key.</summary>
    /// <param name="path">The file.</param>
    /// <returns>The key, which the caller disposes of.</returns>
    /// <exception cref="TransparencyException">GDPR3403: there is no file. GDPR3404: others can read it. GDPR3406: it is damaged, or cannot be read.</exception>
    public static NoteSigner Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~(KeyFile.OwnerOnly | UnixFileMode.UserExecute)) != 0)
            {
                throw TransparencyRefusals.SignerOpen();
            }

            return NoteSigner.Import(WithoutLineEnd(File.ReadAllText(path)));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw TransparencyRefusals.SignerMissing(exception);
        }
        catch (TransparencyException exception) when (exception.Id == TransparencyMessages.SignerMalformed)
        {
            throw TransparencyRefusals.SignerDamaged(null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw TransparencyRefusals.SignerDamaged(exception as IOException);
        }
    }

    private static string WithoutLineEnd(string text) => text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2] : text.EndsWith('\n') ? text[..^1] : text;
}
