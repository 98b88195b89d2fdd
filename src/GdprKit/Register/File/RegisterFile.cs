using System.Text.Json;
using GdprKit.Register;

namespace GdprKit;

/// <summary>Reads a register from a file. Everything that is wrong with it is told at once, by one exception.</summary>
internal static class RegisterFile
{
    public const int MaximumBytes = 4 * 1024 * 1024;

    public static ProcessingRegister Read(string path)
    {
        var fault = LimitedFile.Read(Path.GetFullPath(path), MaximumBytes, out var bytes);
        return fault is null ? Parse(bytes) : throw new InvalidRegisterException([fault]);
    }

    public static ProcessingRegister Parse(ReadOnlySpan<byte> utf8Json)
    {
        var declarations = ReadDeclarations(utf8Json, out var faults);
        return RegisterCheck.Accept(declarations, faults);
    }

    /// <summary>What a file declares, as far as it can be understood, with the faults of what cannot.</summary>
    public static RegisterDeclarations ReadDeclarations(ReadOnlySpan<byte> utf8Json, out IReadOnlyCollection<RegisterFault> faults)
    {
        if (FaultInBytes(utf8Json, out var json) is { } fault)
        {
            throw new InvalidRegisterException([fault]);
        }

        using var document = JsonDocument.Parse(json.ToArray(), new JsonDocumentOptions { MaxDepth = JsonSyntax.MaximumDepth });
        var found = new ReadingFaults();
        faults = found.All;
        return new JsonValueReader(document.RootElement, "", found).AsObject(RegisterDeclarationsJson.Read);
    }

    private static RegisterFault? FaultInBytes(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> json)
    {
        json = TextEncoding.WithoutByteOrderMark(bytes);
        if (bytes.Length > MaximumBytes)
        {
            return RegisterFaults.FileTooLarge(MaximumBytes);
        }

        if (json.Trim(" \t\r\n"u8).IsEmpty)
        {
            return RegisterFaults.FileEmpty();
        }

        return TextEncoding.FaultIn(bytes) ?? JsonSyntax.FaultIn(json);
    }
}
