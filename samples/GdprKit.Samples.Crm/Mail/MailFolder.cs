using GdprKit.Samples.Crm.Data;
using MimeKit;

namespace GdprKit.Samples.Crm.Mail;

/// <summary>
/// Where the mails of the shop go: a folder, one file for each, as a mail server picks them up and any mail program opens them. The names of
/// the files say nothing about anybody.
/// </summary>
public sealed class MailFolder(IConfiguration configuration, CrmDatabase database)
{
    /// <summary>The setting that names another folder, such as <c>--Crm:Mails /tmp/mails</c>.</summary>
    public const string Setting = "Crm:Mails";

    private const string Default = "mails";

    // A mail that is recorded as sent is on the disk, whatever happens to the machine.
    private static readonly FileStreamOptions OnDisk = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.WriteThrough | FileOptions.Asynchronous };

    /// <summary>The folder: when nothing is configured, beside the database.</summary>
    public string FolderPath => Path.GetFullPath(configuration[Setting] is { Length: > 0 } configured
        ? configured
        : Path.Combine(Path.GetDirectoryName(database.FilePath)!, Default));

    /// <summary>Puts a mail in the folder, whole or not at all. One of the same name takes its place.</summary>
    /// <param name="name">The name of the file, without its ending.</param>
    /// <param name="message">The mail.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public async Task PutAsync(string name, MimeMessage message, CancellationToken cancellationToken)
    {
        var path = Path.Combine(Directory.CreateDirectory(FolderPath).FullName, $"{name}.eml");
        // Under another name first: who picks mails up never sees half of one.
        var part = $"{path}.{Path.GetRandomFileName()}.part";
        try
        {
            await using (var file = new FileStream(part, OnDisk))
            {
                await message.WriteToAsync(file, cancellationToken);
            }

            File.Move(part, path, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}
