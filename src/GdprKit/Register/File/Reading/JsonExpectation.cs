using System.Text.Json;

namespace GdprKit.Register;

/// <summary>A type of JSON value that a place asks for, as it is named to the person who wrote the file.</summary>
internal sealed record JsonExpectation(string Name, string Remedy)
{
    public static JsonExpectation Text { get; } = new("A text", "Write it between double quotation marks.");

    public static JsonExpectation WholeNumber { get; } = new("A whole number", "Write digits, without quotation marks.");

    public static JsonExpectation Flag { get; } = new("True or false", "Write true or false, without quotation marks.");

    public static JsonExpectation List { get; } = new("A list", "Write it between square brackets: [ … ].");

    public static JsonExpectation Object { get; } = new("An object", "Write it between braces: { … }.");

    public static string NameOf(JsonElement found) => found.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => $"the number {Excerpt.Of(found.GetRawText())}",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "null",
    };
}
