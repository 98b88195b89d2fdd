using System.Text.Json;
using GdprKit.Register;

namespace GdprKit;

/// <summary>What can be wrong with a value of the register file, whatever it declares.</summary>
internal static partial class RegisterFaults
{
    public static RegisterFault DuplicateProperty(string path, string name) => new(
        path, RegisterFileMessages.DuplicateProperty, $"'{Excerpt.Of(name)}' stands here twice.", "Keep one of the two.");

    public static RegisterFault UnknownProperty(string path, string name, IReadOnlyCollection<string> known) => new(
        path,
        RegisterFileMessages.UnknownProperty,
        $"'{Excerpt.Of(name)}' is not a property that can stand here.",
        NearestName.Suggest(name, known) is { } meant
            ? $"Did you mean '{meant}'? These can stand here: {NameList.Of(known)}."
            : $"Remove it. These can stand here: {NameList.Of(known)}.");

    public static RegisterFault MissingProperty(string path, string name) => new(
        path, RegisterFileMessages.MissingProperty, $"'{name}' is missing.", $"Add it; {RegisterSchema.FileName} says what it holds.");

    public static RegisterFault WrongType(string path, JsonElement found, JsonExpectation expected) => new(
        path,
        RegisterFileMessages.WrongType,
        $"{expected.Name} is expected here, not {JsonExpectation.NameOf(found)}.",
        found.ValueKind is JsonValueKind.Null ? "Leave it out when it does not apply." : expected.Remedy);

    public static RegisterFault NotExactlyOne(string path, IReadOnlyCollection<string> given, IReadOnlyCollection<string> choices) => new(
        path,
        RegisterFileMessages.NotExactlyOne,
        given.Count == 0 ? $"None of {NameList.Of(choices)} is given." : $"{NameList.Of(given)} are given together.",
        $"Give exactly one of {NameList.Of(choices)}.");

    public static RegisterFault UnknownValue(string path, string text, IReadOnlyCollection<string> known) => new(
        path,
        RegisterFileMessages.UnknownValue,
        $"'{Excerpt.Of(text)}' is not a value that can stand here.",
        NearestName.Suggest(text, known) is { } meant
            ? $"Did you mean '{meant}'? These can stand here: {NameList.Of(known)}."
            : $"Use one of {NameList.Of(known)}.");

    public static RegisterFault HalfCharacter(string path) => new(
        path,
        RegisterFileMessages.HalfCharacter,
        "The text holds half of a character: one \\u escape of a pair.",
        "Write the character itself, or both escapes of the pair.");

    public static RegisterFault MalformedKey(string path, string text) => new(
        path, RegisterFileMessages.MalformedKey, $"'{Excerpt.Of(text)}' is not a key.", KeySyntax.Remedy);

    public static RegisterFault MalformedLanguage(string path, string text) => new(
        path,
        RegisterFileMessages.MalformedLanguage,
        $"'{Excerpt.Of(text)}' is not the code of a language.",
        "Use the two lower-case letters of ISO 639, for example 'nl' or 'en'.");

    public static RegisterFault MalformedPeriod(string path, string text) => new(
        path,
        RegisterFileMessages.MalformedPeriod,
        $"'{Excerpt.Of(text)}' is not a period of years, months, weeks and days.",
        "Write it as ISO 8601 does, for example 'P7Y', 'P6M', 'P1Y6M', 'P2W' or 'P30D'.");

    public static RegisterFault MalformedDate(string path, string text) => new(
        path, RegisterFileMessages.MalformedDate, $"'{Excerpt.Of(text)}' is not a date.", "Write year, month and day, for example '2027-01-31'.");

    public static RegisterFault MalformedAnnualDate(string path, string text) => new(
        path, RegisterFileMessages.MalformedAnnualDate, $"'{Excerpt.Of(text)}' is not a day of the year.", "Write month and day, for example '12-31'.");
}
