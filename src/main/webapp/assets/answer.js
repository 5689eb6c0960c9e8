// Sends the answer on to the application; without this script there is the button.
document.getElementById('answer').submit();
