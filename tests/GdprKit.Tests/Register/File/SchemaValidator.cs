using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace GdprKit;

/// <summary>
/// Judges register files by the published JSON Schema, with Ajv: one Node.js process per class of tests, a line in and a line out.
/// </summary>
public sealed class SchemaValidator : IDisposable
{
    /// <summary>Why a test that needs it is skipped.</summary>
    public const string Missing = "The JSON Schema is judged by Ajv on Node.js. Install Node.js 20 or newer with npm, then run 'npm ci' in tests/tools/ajv.";

    /// <summary>Whether Node.js and Ajv are there.</summary>
    public static bool IsInstalled { get; } =
        Directory.Exists(Path.Combine(FolderOfTools(), "ajv", "node_modules", "ajv"))
        && (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, OperatingSystem.IsWindows() ? "node.exe" : "node")));

    private readonly string _schemaFolder = Directory.CreateTempSubdirectory("gdprkit-schema-").FullName;
    private readonly Process? _node;

    public SchemaValidator()
    {
        if (!IsInstalled)
        {
            return;
        }

        _node = Process.Start(new ProcessStartInfo("node", [Path.Combine(FolderOfTools(), "ajv", "validate.mjs"), RegisterSchema.SaveTo(_schemaFolder)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            StandardOutputEncoding = Encoding.UTF8,
        });
    }

    /// <summary>What the schema finds wrong with a file; nothing when it is valid.</summary>
    public IReadOnlyList<string> FaultsOf(ReadOnlySpan<byte> utf8Json)
    {
        _node!.StandardInput.WriteLine(JsonSerializer.Serialize(Encoding.UTF8.GetString(utf8Json)));
        return _node.StandardOutput.ReadLine() is { } answer
            ? JsonSerializer.Deserialize<string[]>(answer)!
            : throw new InvalidOperationException(_node.StandardError.ReadToEnd());
    }

    public void Dispose()
    {
        _node?.StandardInput.Close();
        _node?.WaitForExit();
        _node?.Dispose();
        Directory.Delete(_schemaFolder, recursive: true);
    }

    private static string FolderOfTools()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "GdprKit.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("The tests do not stand below the folder of GdprKit.sln."), "tests", "tools");
    }
}
