namespace GdprKit.Samples.Crm.Localization;

/// <summary>Stands for the texts of the user interface: <c>Texts.resx</c> in Dutch, <c>Texts.en.resx</c> in English.</summary>
public sealed class Texts;
