using System.Diagnostics;
using System.Text.Json;

namespace GdprKit.Smtp;

/// <summary>
/// A mail server of this process alone, started by whoever first needs it, and gone with the process however it ends.
/// In tests, add it once: <c>[assembly: AssemblyFixture(typeof(SmtpServer))]</c>.
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly Lazy<Task<Running>> _server = new(StartAsync);
    private readonly SemaphoreSlim _asking = new(1);

    public async ValueTask<SmtpPorts> PortsAsync() => (await _server.Value).Ports;

    /// <summary>A PEM file of the authority that issued the certificate of the server.</summary>
    public async ValueTask<string> AuthorityFileAsync() => (await _server.Value).AuthorityFile;

    /// <summary>The mails with an id that the server took over, in the order in which it did.</summary>
    public async ValueTask<DeliveredMail[]> FindAsync(string messageId) => JsonSerializer.Deserialize<DeliveredMail[]>(await AskAsync($"find {messageId}"), JsonSerializerOptions.Web)!;

    /// <summary>To whom mails to a domain went and which, in the order in which the server took them over.</summary>
    public async ValueTask<ListedMail[]> ListAsync(string domain) => JsonSerializer.Deserialize<ListedMail[]>(await AskAsync($"list {domain}"), JsonSerializerOptions.Web)!;

    /// <summary>How many mails the server has.</summary>
    public async ValueTask<int> CountAsync() => int.Parse(await AskAsync("count"), null);

    /// <summary>Throws all mails away, and says how many there were.</summary>
    public async ValueTask<int> ClearAsync() => int.Parse(await AskAsync("clear"), null);

    public async ValueTask DisposeAsync()
    {
        _asking.Dispose();
        if (_server.IsValueCreated)
        {
            var running = await _server.Value;
            using var process = running.Process;
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            File.Delete(running.AuthorityFile);
        }
    }

    private async Task<string> AskAsync(string question)
    {
        var process = (await _server.Value).Process;
        await _asking.WaitAsync();
        try
        {
            await process.StandardInput.WriteLineAsync(question);
            await process.StandardInput.FlushAsync();
            return await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The mail server ended.");
        }
        finally
        {
            _asking.Release();
        }
    }

    private static async Task<Running> StartAsync()
    {
        var certificate = ServerCertificate.Create();
        var process = Process.Start(new ProcessStartInfo(SmtpInstallation.Python!, ["-c", await ScriptAsync()])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        // What it complains about while tests break connections is of no use, and must not fill the pipe.
        var complaints = new List<string>();
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { } text && complaints.Count < 100)
            {
                complaints.Add(text);
            }
        };
        process.BeginErrorReadLine();
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(certificate, JsonSerializerOptions.Web));
        await process.StandardInput.FlushAsync();
        if (await process.StandardOutput.ReadLineAsync() is not { } ports)
        {
            await process.WaitForExitAsync();
            process.Dispose();
            throw new InvalidOperationException($"The mail server does not start:\n{string.Join('\n', complaints)}");
        }

        var authorityFile = Path.GetTempFileName();
        await File.WriteAllTextAsync(authorityFile, certificate.Authority);
        return new Running(process, JsonSerializer.Deserialize<SmtpPorts>(ports, JsonSerializerOptions.Web)!, authorityFile);
    }

    private static async Task<string> ScriptAsync()
    {
        using var script = new StreamReader(typeof(SmtpServer).Assembly.GetManifestResourceStream("GdprKit.Smtp.server.py")!);
        return await script.ReadToEndAsync();
    }

    private sealed record Running(Process Process, SmtpPorts Ports, string AuthorityFile);
}
