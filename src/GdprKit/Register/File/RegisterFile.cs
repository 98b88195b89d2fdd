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
        if (FaultInBytes(utf8Json, out var json) is { } fault)
        {
            throw new InvalidRegisterException([fault]);
        }

        using var document = JsonDocument.Parse(json.ToArray(), new JsonDocumentOptions { MaxDepth = JsonSyntax.MaximumDepth });
        var faults = new ReadingFaults();
        var declarations = new JsonValueReader(document.RootElement, "", faults).AsObject(RegisterDeclarationsJson.Read);
        return RegisterCheck.Accept(declarations, faults.All);
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
